import type { Label } from '#packages/referentials/locale.ts'

type Heading = Label & { key: string; account: string }

/** Expenses, after the accounts of associations (classes 6 and 86), in words project holders use. */
export const EXPENSE_HEADINGS = [
  { key: 'purchases', account: '60', fr: 'Achats et fournitures', en: 'Purchases and supplies' },
  {
    key: 'materials',
    account: '60',
    fr: 'Matériel et petits équipements',
    en: 'Materials and small equipment',
  },
  { key: 'rental', account: '61', fr: 'Locations', en: 'Rentals' },
  { key: 'insurance', account: '61', fr: 'Assurances', en: 'Insurance' },
  { key: 'travel', account: '62', fr: 'Transport international', en: 'International travel' },
  { key: 'local_travel', account: '62', fr: 'Déplacements sur place', en: 'Local travel' },
  { key: 'visas', account: '62', fr: 'Visas, passeports et santé', en: 'Visas, passports and health' },
  { key: 'accommodation', account: '62', fr: 'Hébergement', en: 'Accommodation' },
  { key: 'food', account: '62', fr: 'Restauration', en: 'Meals' },
  { key: 'fees', account: '62', fr: 'Intervenants et honoraires', en: 'Speakers and fees' },
  { key: 'training', account: '62', fr: 'Préparation et formation', en: 'Preparation and training' },
  {
    key: 'communication',
    account: '62',
    fr: 'Communication et restitution',
    en: 'Communication and feedback',
  },
  { key: 'personnel', account: '64', fr: 'Charges de personnel', en: 'Staff costs' },
  { key: 'administration', account: '65', fr: 'Frais de gestion', en: 'Administrative costs' },
  { key: 'other_expense', account: '65', fr: 'Autres charges', en: 'Other expenses' },
  { key: 'volunteering', account: '86', fr: 'Personnel bénévole', en: 'Volunteer time' },
  {
    key: 'goods_in_kind',
    account: '86',
    fr: 'Mise à disposition de biens et de services',
    en: 'Goods and services lent',
  },
] as const satisfies readonly Heading[]

/** Who brings the money of an income line. */
export const FUNDERS = [
  { key: 'dispositif', account: '74', fr: 'Subvention demandée ici', en: 'Grant requested here' },
  { key: 'state', account: '74', fr: 'État', en: 'State' },
  { key: 'region', account: '74', fr: 'Région', en: 'Region' },
  { key: 'department', account: '74', fr: 'Département', en: 'Department' },
  { key: 'intercommunality', account: '74', fr: 'Intercommunalité', en: 'Intercommunality' },
  { key: 'municipality', account: '74', fr: 'Commune', en: 'Municipality' },
  { key: 'europe', account: '74', fr: 'Union européenne', en: 'European Union' },
  {
    key: 'foreign_public',
    account: '74',
    fr: 'Pouvoirs publics du pays partenaire',
    en: 'Authorities of the partner country',
  },
  {
    key: 'social_fund',
    account: '74',
    fr: 'CAF, MSA et autres organismes sociaux',
    en: 'Social security bodies',
  },
  { key: 'school', account: '74', fr: 'Établissement scolaire', en: 'School' },
  { key: 'foundation', account: '75', fr: 'Fondation, mécénat', en: 'Foundation, sponsorship' },
  {
    key: 'participants',
    account: '70',
    fr: 'Participation des jeunes',
    en: 'Contribution of the young people',
  },
  { key: 'fundraising', account: '70', fr: 'Actions d’autofinancement', en: 'Fundraising by the group' },
  { key: 'own', account: '75', fr: 'Fonds propres de l’association', en: 'The association’s own funds' },
  { key: 'partner', account: '75', fr: 'Partenaire étranger', en: 'Foreign partner' },
  { key: 'donations', account: '75', fr: 'Dons et cotisations', en: 'Donations and subscriptions' },
  { key: 'other_income', account: '75', fr: 'Autres produits', en: 'Other income' },
  { key: 'volunteering', account: '87', fr: 'Bénévolat', en: 'Volunteer time' },
  { key: 'gifts_in_kind', account: '87', fr: 'Dons et prêts en nature', en: 'Gifts and loans in kind' },
] as const satisfies readonly Heading[]

export type ExpenseHeading = (typeof EXPENSE_HEADINGS)[number]['key']
export type Funder = (typeof FUNDERS)[number]['key']

const expenses = new Set<string>(EXPENSE_HEADINGS.map(({ key }) => key))
const funders = new Set<string>(FUNDERS.map(({ key }) => key))
export const isExpenseHeading = (key: string): key is ExpenseHeading => expenses.has(key)
export const isFunder = (key: string): key is Funder => funders.has(key)
