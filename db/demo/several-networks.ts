import { allCommunes } from '#packages/referentials/communes.server.ts'
import { activityToldBy } from './activity-told-by-name.ts'
import { of } from './french.ts'
import { rnaOf, SHARED_SERIES, sirenOf } from './identifiers.ts'
import type { Known } from './organisation.ts'
import { randomFrom } from './random.ts'
import { NATIONAL_FEDERATIONS, NATIONAL_FOUNDATIONS, NATIONAL_NGOS } from './words/national-names.ts'

/** Where national organisations sit: Paris mostly, then Lyon, Montreuil, Saint-Denis, Nantes, Strasbourg. */
const SEATS = ['75056', '75056', '75056', '75056', '69123', '93048', '93066', '44109', '67482']
const AROUND_PARIS = ['77', '78', '91', '92', '93', '94', '95']
const AUTHORITIES = 25

export type SharedOrganisation = { known: Known & { siren: string }; networks: string[]; listedIn: string[] }

/** 120 organisations that two to four networks know, each under one SIREN. */
export function sharedOrganisations(networks: string[]): SharedOrganisation[] {
  return [
    ...NATIONAL_NGOS.map((name) => ({ name, kind: 'association', subkind: 'national_ngo' }) as const),
    ...NATIONAL_FEDERATIONS.map((name) => ({ name, kind: 'association', subkind: 'federation' }) as const),
    ...NATIONAL_FOUNDATIONS.map((name) => ({ name, kind: 'association', subkind: 'foundation' }) as const),
    ...authorities(),
  ].map((given, index) => {
    const random = randomFrom(`several networks/${index}`)
    const known = {
      insee: random.pick(SEATS),
      ...given,
      ...activityToldBy(given.name, random),
      siren: sirenOf(SHARED_SERIES, index),
    }
    const chosen = random.some(networks, random.between(2, 4))
    return { known, networks: chosen, listedIn: chosen.filter(() => random.chance(0.7)) }
  })
}

/** The shared organisations this network knows. */
export function sharedIn(slug: string, networks: string[]): Known[] {
  return sharedOrganisations(networks)
    .filter((shared) => shared.networks.includes(slug))
    .map((shared) => ({
      ...shared.known,
      listed: shared.listedIn.includes(slug),
      ...numbersIn(shared, shared.networks.indexOf(slug)),
    }))
}

/** Where three networks or more know an association, the first has its RNA alone and the second both numbers. */
function numbersIn({ known, networks }: SharedOrganisation, rank: number): Pick<Known, 'numbers'> {
  const registered = known.kind === 'association' && !known.insee?.startsWith('67')
  if (networks.length < 3 || !registered || rank > 1) return {}
  const rna = rnaOf('75', SHARED_SERIES, Number(known.siren.slice(3, 8)))
  return { numbers: { siren: rank === 0 ? null : known.siren, siret: null, rna } }
}

function authorities() {
  return allCommunes()
    .filter(({ department }) => AROUND_PARIS.includes(department))
    .sort((a, b) => b.population - a.population)
    .slice(0, AUTHORITIES)
    .map(({ name, insee }) => ({
      name: `Ville ${of(name.replaceAll("'", '’'))}`,
      insee,
      kind: 'local_authority' as const,
      subkind: 'municipality' as const,
    }))
}
