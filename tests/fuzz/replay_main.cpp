// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over files and folders of files, without libFuzzer: what was found once is tried again in every test run.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

bool replay(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        std::fprintf(stderr, "cannot read %s\n", file.c_str());
        return false;
    }
    std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
    std::fprintf(stderr, "%s\n", file.c_str());  // the last one told is the one that fails
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    return true;
}

}  // namespace

int main(int count, char** words) {
    unsigned done = 0;
    for (int i = 1; i < count; i++) {
        if (!std::filesystem::is_directory(words[i])) {
            if (!replay(words[i])) return 1;
            done++;
            continue;
        }
        for (auto& entry : std::filesystem::recursive_directory_iterator(words[i]))
            if (entry.is_regular_file()) {
                if (!replay(entry.path())) return 1;
                done++;
            }
    }
    std::fprintf(stderr, "%u inputs\n", done);
    return done ? 0 : 1;
}
