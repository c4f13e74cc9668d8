import type { Label, Locale } from './locale.ts'

// What an organisation is. A college (the group in which a member votes) is something else, and so is the
// function of a person: "élu" or "technicien" belongs to a contact.
export const KINDS = [
  {
    key: 'association',
    fr: 'Association',
    en: 'Association',
    plural: { fr: 'Associations', en: 'Associations' },
  },
  {
    key: 'local_authority',
    fr: 'Collectivité territoriale',
    en: 'Local authority',
    plural: { fr: 'Collectivités', en: 'Authorities' },
  },
  {
    key: 'education_research',
    fr: 'Établissement de formation et de recherche',
    en: 'Education and research',
    plural: { fr: 'Établissements', en: 'Schools' },
  },
  {
    key: 'company',
    fr: 'Entreprise et acteur économique',
    en: 'Company',
    plural: { fr: 'Entreprises', en: 'Companies' },
  },
  {
    key: 'public_body',
    fr: 'Établissement public ou service de l’État',
    en: 'Public body',
    plural: { fr: 'Organismes publics', en: 'Public bodies' },
  },
  { key: 'other', fr: 'Autre acteur', en: 'Other', plural: { fr: 'Autres', en: 'Others' } },
] as const satisfies readonly (Label & { key: string; plural: Label })[]

export type KindKey = (typeof KINDS)[number]['key']

interface SubkindEntry extends Label {
  key: string
  family: KindKey
}

// The vocabulary of origin: OSIM, organisation de solidarité internationale issue des migrations; COSIM, a
// regional collective of OSIM; EPCI, a grouping of communes; MFR, maison familiale rurale; ESS, the social
// and solidarity economy; SCOP, a workers' cooperative.
export const SUBKINDS = [
  { key: 'local_association', family: 'association', fr: 'Association locale', en: 'Local association' },
  { key: 'national_ngo', family: 'association', fr: 'Association nationale, ONG', en: 'National NGO' },
  { key: 'twinning_committee', family: 'association', fr: 'Comité de jumelage', en: 'Twinning committee' },
  {
    key: 'diaspora_association',
    family: 'association',
    fr: 'OSIM, collectif COSIM',
    en: 'Diaspora association',
  },
  {
    key: 'student_association',
    family: 'association',
    fr: 'Association étudiante',
    en: 'Student association',
  },
  { key: 'federation', family: 'association', fr: 'Fédération, réseau', en: 'Federation or network' },
  {
    key: 'foundation',
    family: 'association',
    fr: 'Fondation, fonds de dotation',
    en: 'Foundation, endowment fund',
  },
  { key: 'region', family: 'local_authority', fr: 'Région', en: 'Region' },
  { key: 'department', family: 'local_authority', fr: 'Département', en: 'Department' },
  { key: 'intercommunality', family: 'local_authority', fr: 'EPCI, métropole', en: 'Intercommunality' },
  { key: 'municipality', family: 'local_authority', fr: 'Commune', en: 'Municipality' },
  { key: 'joint_body', family: 'local_authority', fr: 'Syndicat', en: 'Joint body' },
  { key: 'university', family: 'education_research', fr: 'Université, grande école', en: 'University' },
  { key: 'research_body', family: 'education_research', fr: 'Organisme de recherche', en: 'Research body' },
  { key: 'upper_secondary', family: 'education_research', fr: 'Lycée', en: 'Upper secondary school' },
  { key: 'lower_secondary', family: 'education_research', fr: 'Collège', en: 'Lower secondary school' },
  { key: 'primary_school', family: 'education_research', fr: 'École', en: 'Primary school' },
  {
    key: 'rural_school',
    family: 'education_research',
    fr: 'Maison familiale rurale (MFR)',
    en: 'Rural family school',
  },
  {
    key: 'training_body',
    family: 'education_research',
    fr: 'Organisme de formation',
    en: 'Vocational training body',
  },
  { key: 'company', family: 'company', fr: 'Entreprise', en: 'Company' },
  {
    key: 'social_enterprise',
    family: 'company',
    fr: 'Entreprise de l’ESS, SCOP',
    en: 'Social enterprise, cooperative',
  },
  { key: 'freelance', family: 'company', fr: 'Indépendant', en: 'Freelance' },
  { key: 'interprofessional', family: 'company', fr: 'Interprofession', en: 'Trade body' },
  {
    key: 'state_service',
    family: 'public_body',
    fr: 'Service de l’État, rectorat',
    en: 'State service',
  },
  {
    key: 'public_agency',
    family: 'public_body',
    fr: 'Agence, office, établissement public',
    en: 'Public agency',
  },
  { key: 'chamber', family: 'public_body', fr: 'Chambre consulaire', en: 'Chamber of commerce or trades' },
  { key: 'hospital', family: 'public_body', fr: 'Hôpital, établissement de santé', en: 'Hospital' },
  { key: 'qualified_person', family: 'other', fr: 'Personne qualifiée', en: 'Qualified person' },
  { key: 'other', family: 'other', fr: 'Autre', en: 'Other' },
] as const satisfies readonly SubkindEntry[]

export type SubkindKey = (typeof SUBKINDS)[number]['key']

const kinds = new Map<string, (typeof KINDS)[number]>(KINDS.map((kind) => [kind.key, kind]))
const subkinds = new Map<string, (typeof SUBKINDS)[number]>(SUBKINDS.map((subkind) => [subkind.key, subkind]))

export const isKind = (key: string): key is KindKey => kinds.has(key)
export const isSubkind = (key: string): key is SubkindKey => subkinds.has(key)

export const kindLabel = (key: KindKey, locale: Locale): string => kinds.get(key)![locale]
export const subkindLabel = (key: SubkindKey, locale: Locale): string => subkinds.get(key)![locale]

/** The sub-kind, else the family; the key itself when it is unknown, so that an old record still shows something. */
export const typeLabel = (kind: string, subkind: string | null, locale: Locale): string =>
  ((subkind && subkinds.get(subkind)) || kinds.get(kind))?.[locale] ?? subkind ?? kind

export const kindOf = (key: SubkindKey): KindKey => subkinds.get(key)!.family
export const subkindsOf = (family: KindKey) => SUBKINDS.filter((subkind) => subkind.family === family)
