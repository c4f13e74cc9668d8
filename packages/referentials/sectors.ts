import type { Label, Locale } from './locale.ts'

interface SectorEntry extends Label {
  key: string
  short: Label
  dac: string
}

// The national barometer counts 18 sectors whose official wording is not published: this list is a proposal
// and awaits the conference's validation. The keys are stable; labels may change.
//
// `dac` is the OECD-DAC category under which a project of the sector is most often declared: human rights,
// civil society and migration are purposes of 151, culture and sport of 160, vocational training of 113,
// waste of 140, urban and rural development of 430, awareness raising (99820) of 998.
export const SECTORS = [
  {
    key: 'agriculture',
    fr: 'Agriculture et souveraineté alimentaire',
    en: 'Agriculture and food sovereignty',
    short: { fr: 'Agriculture', en: 'Agriculture' },
    dac: '310',
  },
  {
    key: 'culture',
    fr: 'Culture et patrimoine',
    en: 'Culture and heritage',
    short: { fr: 'Culture', en: 'Culture' },
    dac: '160',
  },
  {
    key: 'economy',
    fr: 'Développement économique, ESS et commerce équitable',
    en: 'Economic development, social economy and fair trade',
    short: { fr: 'Économie', en: 'Economy' },
    dac: '250',
  },
  {
    key: 'human_rights',
    fr: 'Droits humains et égalité femmes-hommes',
    en: 'Human rights and gender equality',
    short: { fr: 'Droits humains', en: 'Human rights' },
    dac: '151',
  },
  {
    key: 'water',
    fr: 'Eau et assainissement',
    en: 'Water and sanitation',
    short: { fr: 'Eau', en: 'Water' },
    dac: '140',
  },
  {
    key: 'global_citizenship',
    fr: 'Éducation à la citoyenneté et à la solidarité internationale (ECSI)',
    en: 'Global citizenship education',
    short: { fr: 'ECSI', en: 'Global citizenship' },
    dac: '998',
  },
  {
    key: 'education',
    fr: 'Éducation',
    en: 'Education',
    short: { fr: 'Éducation', en: 'Education' },
    dac: '110',
  },
  { key: 'energy', fr: 'Énergie', en: 'Energy', short: { fr: 'Énergie', en: 'Energy' }, dac: '230' },
  {
    key: 'environment',
    fr: 'Environnement, biodiversité et climat',
    en: 'Environment, biodiversity and climate',
    short: { fr: 'Environnement', en: 'Environment' },
    dac: '410',
  },
  {
    key: 'training',
    fr: 'Formation professionnelle et insertion',
    en: 'Vocational training and employability',
    short: { fr: 'Formation', en: 'Training' },
    dac: '113',
  },
  {
    key: 'governance',
    fr: 'Gouvernance, démocratie et appui institutionnel',
    en: 'Governance, democracy and institutional support',
    short: { fr: 'Gouvernance', en: 'Governance' },
    dac: '151',
  },
  {
    key: 'youth',
    fr: 'Jeunesse, sport et mobilité',
    en: 'Youth, sport and mobility',
    short: { fr: 'Jeunesse', en: 'Youth' },
    dac: '160',
  },
  {
    key: 'migration',
    fr: 'Migrations',
    en: 'Migration',
    short: { fr: 'Migrations', en: 'Migration' },
    dac: '151',
  },
  { key: 'digital', fr: 'Numérique', en: 'Digital', short: { fr: 'Numérique', en: 'Digital' }, dac: '220' },
  { key: 'health', fr: 'Santé', en: 'Health', short: { fr: 'Santé', en: 'Health' }, dac: '120' },
  { key: 'waste', fr: 'Déchets', en: 'Waste management', short: { fr: 'Déchets', en: 'Waste' }, dac: '140' },
  {
    key: 'housing',
    fr: 'Aménagement et habitat',
    en: 'Planning and housing',
    short: { fr: 'Aménagement', en: 'Planning' },
    dac: '430',
  },
  {
    key: 'emergency',
    fr: 'Urgence, action humanitaire et paix',
    en: 'Emergency, humanitarian action and peace',
    short: { fr: 'Urgence', en: 'Emergency' },
    dac: '720',
  },
] as const satisfies readonly SectorEntry[]

export type SectorKey = (typeof SECTORS)[number]['key']
export type Sector = (typeof SECTORS)[number]

const sectors = new Map<string, Sector>(SECTORS.map((sector) => [sector.key, sector]))

export const isSector = (key: string): key is SectorKey => sectors.has(key)
export const sectorLabel = (key: SectorKey, locale: Locale): string => sectors.get(key)![locale]
export const sectorShortLabel = (key: SectorKey, locale: Locale): string => sectors.get(key)!.short[locale]
