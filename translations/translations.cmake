# SPDX-License-Identifier: GPL-3.0-or-later
# sallyport_<language>.ts → a .qm in the window's library, under :/translations. Included by ui/CMakeLists.txt. To bring the .ts files up to
# date with the code:  cmake --build build/dev --target sallyport_window_lupdate
file(GLOB languages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/sallyport_*.ts)
file(GLOB_RECURSE translated CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/ui/*.cpp ${CMAKE_SOURCE_DIR}/ui/*.h
     ${CMAKE_SOURCE_DIR}/app/desktop/*.cpp)
# The engine knows no Qt: its words, and what the window says as it does (engine/base/message.h), are collected into a file that
# lupdate understands.
set(engine_words ${CMAKE_CURRENT_BINARY_DIR}/engine_words.cpp)
add_custom_target(engine_words COMMAND ${CMAKE_SOURCE_DIR}/translations/engine_words.py ${CMAKE_SOURCE_DIR}/engine
                                          ${CMAKE_SOURCE_DIR}/ui -o ${engine_words}
                  BYPRODUCTS ${engine_words})
qt_add_lupdate(sallyport_window TS_FILES ${languages} SOURCES ${translated} ${engine_words}
               OPTIONS -locations none -no-ui-lines -no-obsolete)
add_dependencies(sallyport_window_lupdate engine_words)
qt_add_lrelease(sallyport_window TS_FILES ${languages} QM_FILES_OUTPUT_VARIABLE compiled_languages)
qt_add_resources(sallyport_window translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled_languages})
