import { searchCommunes } from '#packages/referentials/communes.server.ts'
import { currentName } from '#tenants/network.ts'
import type { Network } from '#tenants/schema.ts'
import type { Known } from './organisation.ts'

const NATIONAL: [string, string | undefined, Known['kind'], Known['subkind']][] = [
  ['Agence française de développement', 'AFD', 'public_body', 'public_agency'],
  ['F3E', undefined, 'association', 'federation'],
  ['Programme Solidarité Eau', 'pS-Eau', 'association', 'federation'],
  ['Cités Unies France', 'CUF', 'association', 'federation'],
  ['FONJEP', undefined, 'association', 'federation'],
  ['France Volontaires', undefined, 'association', 'national_ngo'],
  ['FORIM', undefined, 'association', 'diaspora_association'],
  ['La Guilde', undefined, 'association', 'national_ngo'],
]

const PARIS = '75056'

/** The conference lists its member networks and the national partners everybody knows. */
export function knownInConference(networks: Network[], today: string): Known[] {
  const members = networks
    .filter(({ kind, status }) => kind === 'regional' && status === 'active')
    .map(
      (network): Known => ({
        name: currentName(network, today),
        kind: network.legalForm === 'gip' ? 'public_body' : 'association',
        subkind: network.legalForm === 'gip' ? 'public_agency' : 'federation',
        insee: seatOf(network),
        countries: [],
        sectors: ['global_citizenship', 'governance'],
        description:
          'Réseau régional multi-acteurs : il observe, anime et accompagne la coopération et la solidarité internationales sur son territoire.',
        siren: null,
        member: true,
        listed: true,
      }),
    )
  const partners = NATIONAL.map(
    ([name, acronym, kind, subkind]): Known => ({
      name,
      acronym,
      kind,
      subkind,
      insee: PARIS,
      countries: [],
      sectors: ['global_citizenship', 'governance'],
      description: 'Partenaire national des réseaux régionaux multi-acteurs.',
      siren: null,
      listed: true,
    }),
  )
  return [...members, ...partners]
}

const seatOf = ({ contact, departments }: Network) =>
  searchCommunes(contact?.city ?? '').find(({ department }) => departments.includes(department))?.insee ??
  PARIS
