import type { FormerName } from '#db/schema/crm.ts'
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
const POITIERS = '86194'

/** Whoever has an old letter in hand looks for the old name; documents quote these. */
const RENAMED: [string, string, FormerName[], string][] = [
  [
    'Ministère de l’Europe et des Affaires étrangères',
    'MEAE',
    [
      {
        name: 'Ministère des Affaires étrangères et du Développement international (MAEDI)',
        from: null,
        until: '2017',
      },
    ],
    PARIS,
  ],
  [
    'Délégation pour les collectivités territoriales et la société civile',
    'DCTCIV',
    [
      {
        name: 'Délégation pour l’action extérieure des collectivités territoriales (DAECT)',
        from: null,
        until: null,
      },
    ],
    PARIS,
  ],
  [
    'DRAJES Nouvelle-Aquitaine',
    'DRAJES',
    [{ name: 'DRJSCS Nouvelle-Aquitaine', from: null, until: '2020' }],
    POITIERS,
  ],
]

/** The conference lists its member networks and the national partners everybody knows. */
export function knownInConference(networks: Network[], today: string): Known[] {
  const members = networks
    .filter(({ kind, status }) => kind === 'regional' && status === 'active')
    .map(
      (network): Known => ({
        name: currentName(network, today),
        formerNames: network.names
          .filter(({ name }) => name !== currentName(network, today))
          .map(({ name, from = null, to = null }) => ({ name, from, until: to })),
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
  const renamed = RENAMED.map(
    ([name, acronym, formerNames, insee]): Known => ({
      name,
      acronym,
      formerNames,
      kind: 'public_body',
      subkind: 'state_service',
      insee,
      countries: [],
      sectors: ['global_citizenship', 'governance'],
      description: 'Service de l’État, partenaire des réseaux régionaux multi-acteurs.',
      siren: null,
      listed: true,
    }),
  )
  return [...members, ...partners, ...renamed, itself(networks, today)]
}

/** The conference in its own list, with the other ways its acronym is written. */
function itself(networks: Network[], today: string): Known {
  const conference = networks.find(({ kind }) => kind === 'conference')
  return {
    name: conference ? currentName(conference, today) : 'Conférence des réseaux',
    acronym: conference?.acronym ?? undefined,
    aliases: conference?.aliases ?? [],
    formerNames: [{ name: 'CCIRRMA', from: null, until: null }],
    kind: 'association',
    subkind: 'federation',
    insee: PARIS,
    countries: [],
    sectors: ['global_citizenship', 'governance'],
    description: 'Elle fédère les réseaux régionaux multi-acteurs.',
    siren: null,
    listed: true,
  }
}

const seatOf = ({ contact, departments }: Network) =>
  searchCommunes(contact?.city ?? '').find(({ department }) => departments.includes(department))?.insee ??
  PARIS
