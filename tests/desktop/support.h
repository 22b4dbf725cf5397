#pragma once

#include "desktop/application.h"
#include "desktop/main_window.h"
#include "desktop/strings.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// Tests register themselves; main runs one after the other.
struct Registered
{
    using Make = QObject* (*)();
    static std::vector<Make>& all()
    {
        static std::vector<Make> tests;
        return tests;
    }
    explicit Registered(Make make) { all().push_back(make); }
};
#define REGISTER_TEST(T) static const Registered registered_##T([]() -> QObject* { return new T; })

inline const appeal::Date kToday{std::chrono::year{2026}, std::chrono::March, std::chrono::day{20}};

/// A store that is slow to agree: it refuses as often as it was told. (EXAMPLES 20)
struct RehearsedStore final : storage::CaseStore
{
    std::atomic<int> refuse = 0, writes = 0;
    std::atomic<bool> stale = false;
    std::mutex mutex;
    appeal::Case last;
    storage::Revision revision = 0;

    appeal::Case kept()
    {
        const std::lock_guard lock(mutex);
        return last;
    }
    appeal::Result<std::vector<storage::Summary>> list(bool) override { return std::vector<storage::Summary>{}; }
    appeal::Result<storage::Stored> load(const appeal::Id&) override
    {
        const std::lock_guard lock(mutex);
        return storage::Stored{last, revision};
    }
    appeal::Result<storage::Stored> save(const appeal::Case& c, storage::Revision basedOn, const storage::Summary&) override
    {
        ++writes;
        if (refuse > 0) {
            --refuse;
            return appeal::Error{appeal::Error::Code::StoreFull, "cases.db", {}};
        }
        const std::lock_guard lock(mutex);
        if (stale.exchange(false)) {
            ++revision;
            return appeal::Error{appeal::Error::Code::StaleRevision, "cases.db", {}};
        }
        if (basedOn != revision && basedOn != 0)
            return appeal::Error{appeal::Error::Code::StaleRevision, "cases.db", {}};
        last = c;
        last.id = "c1";
        return storage::Stored{last, ++revision};
    }
    appeal::Result<appeal::Done> trash(const appeal::Id&) override { return appeal::Done{}; }
    appeal::Result<appeal::Done> restore(const appeal::Id&) override { return appeal::Done{}; }
    appeal::Result<appeal::Done> forget(const appeal::Id&) override { return appeal::Done{}; }
    appeal::Result<std::vector<storage::Profile>> profiles() override { return std::vector<storage::Profile>{}; }
    appeal::Result<appeal::Done> saveProfile(const storage::Profile&) override { return appeal::Done{}; }
    appeal::Result<appeal::Done> removeProfile(const std::string&) override { return appeal::Done{}; }
    appeal::Result<std::vector<storage::Identity>> identities(const appeal::Id&, const std::string&) override { return std::vector<storage::Identity>{}; }
    appeal::Result<std::vector<std::uint64_t>> knownFingerprints(const std::vector<std::uint64_t>&, const appeal::Id&) override { return std::vector<std::uint64_t>{}; }
    appeal::Result<std::map<std::string, int>> usedClauses(const std::string&, const std::string&, const appeal::Id&) override { return std::map<std::string, int>{}; }
    appeal::Result<appeal::Done> addFingerprints(const appeal::Id&, const appeal::Id&, const std::vector<std::uint64_t>&) override { return appeal::Done{}; }
};

/// The catalogue, reader and reviewer, made once for all tests.
desktop::Knowledge& knowledge();
/// A folder whose library.db is filled once.
const std::string& libraryFolder();
std::string sharedNotice(const char* name);
/// A whole notice that needs no file beside the sources.
std::string oneNotice();

/// A window with stores of its own.
class TestWindow
{
public:
    /// @p rehearsed stands in for cases.db; it is owned by the window's stores
    explicit TestWindow(RehearsedStore* rehearsed = nullptr, QSize size = {1280, 800});
    ~TestWindow();

    desktop::MainWindow* operator->() { return window.get(); }
    desktop::CaseModel& model() { return window->model(); }
    const appeal::Case& now() { return window->model().now(); }
    std::string dataDir() const { return desktop::s(folder.path()); }

    /// Opens a case made from @p notice and waits until its page shows.
    void start(const std::string& notice);
    /// What shows on the window and is called @p name.
    template <typename W>
    W* named(const QString& name, QWidget* inside = nullptr)
    {
        for (auto* w : (inside ? inside : window.get())->template findChildren<W*>())
            if (w->accessibleName() == name && w->isVisible())
                return w;
        return nullptr;
    }
    void press(const QString& name, QWidget* inside = nullptr);
    void closeNow();

    QTemporaryDir folder;
    std::unique_ptr<desktop::StorageThread> storage;
    std::unique_ptr<desktop::MainWindow> window;
};
