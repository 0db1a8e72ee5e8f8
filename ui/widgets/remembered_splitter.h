// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QSplitter>

namespace sallyport {

/// A splitter whose parts keep the shares of the room that the user gave them: when it is resized, and from one start to the next. Lying
/// and standing have shares of their own. Until a handle is moved the usual shares hold, if any.
class RememberedSplitter : public QSplitter {
    Q_OBJECT
public:
    /// `key`: of the settings, "compose/layers".
    RememberedSplitter(const QString& key, Qt::Orientation orientation, QWidget* parent = nullptr);
    /// Shares of two parts: that of the first.
    void setUsual(double lying, double standing);
    /// Instead of setOrientation().
    void turn(Qt::Orientation orientation);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QString settingsKey() const;
    void read();
    void keep();
    void apply();
    QList<int> firstSizes() const;

    QString key_;
    QList<double> shares_;  // of 1; none: nobody moved a handle yet, and there are no usual ones
    double lying_ = 0, standing_ = 0;
};

}  // namespace sallyport
