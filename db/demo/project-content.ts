import type { PartnerThere } from '#db/schema/projects.ts'
import { at, of } from './french.ts'
import type { Random } from './random.ts'
import type { PartnerCountry } from './words/partner-countries.ts'

/** Where telling more than the country would put partners in danger, as the demonstration has it. */
export const GUARDED = new Set(['PS', 'ML', 'BF', 'HT', 'UA', 'CD', 'NE'])

const FUNDERS = [
  'Agence des micro-projets',
  'Agence française de développement',
  'Ministère de l’Europe et des Affaires étrangères',
  'Conseil régional',
  'Conseil départemental',
  'Agence de l’eau',
  'Fonds propres et dons',
  'Manifestations solidaires',
  'Fondation d’entreprise',
]

const AIMS = [
  'Les habitants ont choisi les priorités en assemblée, et un comité de suivi se réunit chaque trimestre.',
  'Le projet associe une formation, un petit équipement et un accompagnement sur deux ans.',
  'Les partenaires des deux territoires préparent ensemble chaque étape et se rendent visite chaque année.',
  'Une attention particulière est portée à la place des femmes et des jeunes dans les décisions.',
  'Des restitutions publiques ont lieu ici et là-bas, dans les écoles et les médiathèques.',
]
const RESULTS = [
  'Le comité de gestion est autonome et entretient les équipements.',
  'Deux classes se sont rencontrées et continuent de s’écrire.',
  'Les recettes couvrent désormais le fonctionnement.',
  'Une seconde phase est à l’étude avec la commune partenaire.',
  'Les bénéficiaires forment à leur tour les villages voisins.',
]

const BUDGETS = [
  4_500, 8_000, 12_000, 18_500, 27_000, 42_000, 65_000, 98_000, 140_000, 230_000, 420_000, 780_000,
]

export type ProjectContent = ReturnType<typeof contentOf>

/** What is told of a project besides its title, its places and its dates. */
export function contentOf(
  what: string,
  partner: PartnerCountry | undefined,
  place: string | null,
  random: Random,
) {
  const where = place ? at(place) : (partner?.within ?? 'ici')
  const budget = random.chance(0.75) ? random.pick(BUDGETS) * 100 : null
  const funders = random.some(FUNDERS, random.between(1, 3))
  return {
    summary: `${what} ${where}, avec les habitants et leurs associations.`,
    body: random.some(AIMS, random.between(2, 3)).join('\n\n'),
    results: random.some(RESULTS, random.between(1, 2)).join('\n\n'),
    budgetCents: budget,
    budgetBand: budget === null && random.chance(0.5) ? 'under_10k' : null,
    funding: funders.map((funder) => ({
      funder,
      amountCents: budget === null ? null : Math.round(budget / funders.length / 100) * 100,
    })),
    partnersThere: partner && place ? partnersOf(partner, place, random) : [],
  }
}

type Named = PartnerThere & { name: string }

function partnersOf({ code, words }: PartnerCountry, place: string, random: Random): Named[] {
  const all: Named[] = [
    { name: `Commune ${of(place)}`, kind: 'local_authority', place, country: code },
    {
      name: `Association ${words.length ? random.pick(words) : 'Solidarité'}`,
      kind: 'association',
      place,
      country: code,
    },
    { name: `Lycée ${of(place)}`, kind: 'education_research', place, country: code },
    { name: `Groupement de femmes ${of(place)}`, kind: 'association', place, country: code },
  ]
  return random.some(all, random.between(1, 2))
}
