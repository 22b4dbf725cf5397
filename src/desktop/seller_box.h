#pragma once

#include "desktop/fact_row.h"

class QRadioButton;

namespace desktop {

/// Who the seller is: the profile that the notice names, one line when complete; several: asked; none: a short form that becomes one.
class SellerBox : public Card
{
    Q_OBJECT
public:
    SellerBox(Desk& desk, QWidget* parent = nullptr);
    void draw();
    /// Opens the form and puts the focus on @p fact.
    bool reveal(const std::string& fact);

Q_SIGNALS:
    void said(const QString& line);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fetch();
    void keep();
    void use(const storage::Profile& profile);
    /// The store that the notice is addressed to; empty where it says none.
    std::string addressed() const;
    std::vector<letter::FactState> states() const;

    Desk& m_desk;
    QLabel* m_sentence;
    Rows* m_offers;
    QPushButton* m_edit;
    QWidget* m_form;
    Rows* m_fields;
    QPushButton* m_keep;
    QRadioButton *m_we, *m_i;
    std::vector<storage::Profile> m_profiles;
    bool m_asked = false; ///< the store's answer is there
    bool m_open = false;  ///< the person opened the form
};

} // namespace desktop
