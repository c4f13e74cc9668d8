import type { Label, Locale } from './locale.ts'

export interface Sdg extends Label {
  number: number
  color: string
}

// Sustainable Development Goals (ODD): the United Nations' short titles and colours.
export const SDGS: readonly Sdg[] = [
  { number: 1, fr: 'Pas de pauvreté', en: 'No poverty', color: '#E5243B' },
  { number: 2, fr: 'Faim « zéro »', en: 'Zero hunger', color: '#DDA63A' },
  { number: 3, fr: 'Bonne santé et bien-être', en: 'Good health and well-being', color: '#4C9F38' },
  { number: 4, fr: 'Éducation de qualité', en: 'Quality education', color: '#C5192D' },
  { number: 5, fr: 'Égalité entre les sexes', en: 'Gender equality', color: '#FF3A21' },
  { number: 6, fr: 'Eau propre et assainissement', en: 'Clean water and sanitation', color: '#26BDE2' },
  {
    number: 7,
    fr: 'Énergie propre et d’un coût abordable',
    en: 'Affordable and clean energy',
    color: '#FCC30B',
  },
  {
    number: 8,
    fr: 'Travail décent et croissance économique',
    en: 'Decent work and economic growth',
    color: '#A21942',
  },
  {
    number: 9,
    fr: 'Industrie, innovation et infrastructure',
    en: 'Industry, innovation and infrastructure',
    color: '#FD6925',
  },
  { number: 10, fr: 'Inégalités réduites', en: 'Reduced inequalities', color: '#DD1367' },
  {
    number: 11,
    fr: 'Villes et communautés durables',
    en: 'Sustainable cities and communities',
    color: '#FD9D24',
  },
  {
    number: 12,
    fr: 'Consommation et production responsables',
    en: 'Responsible consumption and production',
    color: '#BF8B2E',
  },
  {
    number: 13,
    fr: 'Mesures relatives à la lutte contre les changements climatiques',
    en: 'Climate action',
    color: '#3F7E44',
  },
  { number: 14, fr: 'Vie aquatique', en: 'Life below water', color: '#0A97D9' },
  { number: 15, fr: 'Vie terrestre', en: 'Life on land', color: '#56C02B' },
  {
    number: 16,
    fr: 'Paix, justice et institutions efficaces',
    en: 'Peace, justice and strong institutions',
    color: '#00689D',
  },
  {
    number: 17,
    fr: 'Partenariats pour la réalisation des objectifs',
    en: 'Partnerships for the goals',
    color: '#19486A',
  },
]

export const isSdg = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= 17

/** The number as text when there is no such goal. */
export const sdgLabel = (number: number, locale: Locale): string => SDGS[number - 1]?.[locale] ?? `${number}`
