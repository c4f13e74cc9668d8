import { searchCommunes } from '#packages/referentials/communes.server.ts'
import { slugify } from '#packages/referentials/text.ts'
import type { DemoOrganisation, Plan } from './organisation.ts'
import { randomFrom } from './random.ts'

const REPORTED = 'so-cooperation'
const MOST_TWINS = 25

/**
 * Associations without SIREN or RNA that two networks list under nearly one name, in one town: nobody can
 * tell, unless the two networks do. Each takes the place of one that the network lists, so that no count changes.
 */
export const ALIKE_LISTINGS: { names: [string, string]; town: string; department: string; other: string }[] =
  [
    {
      names: ['Les Semeurs du Zou', 'Association Les Semeurs du Zou'],
      town: 'Parthenay',
      department: '79',
      other: 'pays-de-la-loire-ci',
    },
    {
      names: ['Puits et Jardins de Tahoua', 'Puits & Jardins de Tahoua'],
      town: 'Marmande',
      department: '47',
      other: 'occitanie-cooperation',
    },
    {
      names: ['Passerelles Casamance', 'Asso Passerelles Casamance'],
      town: 'Saintes',
      department: '17',
      other: 'pays-de-la-loire-ci',
    },
    {
      names: ['Écoliers du Mono', 'Les Écoliers du Mono'],
      town: 'Brive-la-Gaillarde',
      department: '19',
      other: 'occitanie-cooperation',
    },
    {
      names: ['Atelier des Deux Fleuves', 'ATELIER DES DEUX FLEUVES'],
      town: 'Bergerac',
      department: '24',
      other: 'occitanie-cooperation',
    },
    {
      names: ['Main dans la main Bandiagara', 'Main dans la Main - Bandiagara'],
      town: 'Guéret',
      department: '23',
      other: 'resacoop',
    },
    {
      names: ['Lumières de Kayes', 'Lumières de Kayes'],
      town: 'Châtellerault',
      department: '86',
      other: 'pays-de-la-loire-ci',
    },
    {
      names: ['Solidaires du Haut-Plateau', 'Les Solidaires du Haut Plateau'],
      town: 'Mont-de-Marsan',
      department: '40',
      other: 'occitanie-cooperation',
    },
  ]

/** The same organisations, some of them under the name of another. What is counted of each stays as it was. */
export function* withTwins(
  plan: Plan,
  organisations: Iterable<DemoOrganisation>,
): Generator<DemoOrganisation> {
  const random = randomFrom(`${plan.slug}/twins`)
  const known = new Set(plan.known.map(({ name }) => name))
  const wanted = ALIKE_LISTINGS.flatMap(({ names, other, ...where }) => {
    const name = plan.slug === REPORTED ? names[0] : plan.slug === other ? names[1] : null
    return name ? [{ name, ...where }] : []
  })
  const models = new Map<string, DemoOrganisation>()
  let twins = 0
  for (const one of organisations) {
    const usual = !known.has(one.name) && !one.member && !one.parentId && one.subkind === 'local_association'
    const at = usual && one.publishedAt && !one.seatPrivate ? placeFor(plan, one, wanted) : -1
    if (at >= 0) {
      yield listedAlike(one, wanted.splice(at, 1)[0]!)
      continue
    }
    const model = one.insee ? models.get(one.department ?? '') : undefined
    if (
      usual &&
      plan.slug === REPORTED &&
      model &&
      !one.actor &&
      !one.publishedAt &&
      twins < MOST_TWINS &&
      random.chance(0.5)
    ) {
      models.delete(one.department!)
      yield twinOf(one, model, twins++)
      continue
    }
    if (usual && one.publishedAt && one.department) models.set(one.department, one)
    yield one
  }
}

/** Where the report counts by département, one of that département gives its place. */
const placeFor = (plan: Plan, one: DemoOrganisation, wanted: { department: string }[]) =>
  wanted.findIndex(({ department }) => plan.slug !== REPORTED || department === one.department)

const NO_NUMBER = { siren: null, siret: null, rna: null }

function listedAlike(
  one: DemoOrganisation,
  { name, town, department }: { name: string; town: string; department: string },
) {
  const commune = searchCommunes(town).find((found) => found.department === department)!
  return {
    ...one,
    ...NO_NUMBER,
    name,
    slug: slugify(name, 60),
    acronym: null,
    aliases: [],
    formerNames: [],
    website: null,
    email: null,
    shownToNetworks: true,
    insee: commune.insee,
    postalCode: commune.postalCodes[0]!,
    city: commune.name,
    department,
    lat: commune.lat,
    lon: commune.lon,
  }
}

/** As the same association gets entered a second time: another hand, an older list, a slip. */
const SPELLINGS: ((name: string) => string)[] = [
  (name) => `Association ${name}`,
  (name) => name.toUpperCase(),
  (name) => name.replaceAll('’', ' ').replaceAll('-', ' '),
  (name) => name.replace(/([a-z])\1/, '$1').replace(/(\p{L})(\p{L})(?=\p{L}*$)/u, '$2$1'),
  (name) => `${name} (ancienne liste)`,
]

function spelled(name: string, index: number): string {
  const other = SPELLINGS[index % SPELLINGS.length]!(name)
  return other === name ? `${name}, association` : other
}

function twinOf(one: DemoOrganisation, model: DemoOrganisation, index: number): DemoOrganisation {
  const { insee, postalCode, city, lat, lon, website } = model
  return {
    ...one,
    ...NO_NUMBER,
    // Now and then the register says it.
    rna: index % 4 === 0 ? model.rna : null,
    name: spelled(model.name, index),
    acronym: null,
    aliases: [],
    formerNames: [],
    insee,
    postalCode,
    city,
    lat,
    lon,
    address: null,
    website: index % 3 === 0 ? website : null,
  }
}
