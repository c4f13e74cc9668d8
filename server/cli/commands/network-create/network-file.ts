import type { Network } from '#tenants/schema.ts'
import { coloursFrom, unwornColour } from '#tenants/shades.ts'
import { mapOf } from './map-of.ts'
import { timeZoneOf } from './territory.ts'

export type Answers = {
  name: string
  slug: string
  acronym?: string
  region: string
  departments: string[]
  status: Network['status']
  legalForm: Network['legalForm']
  founded?: string
  website?: string
  memberSince?: string
  preset: string
  brand: string
  initials: string
}
type Doubt = { field: string; note: string }

/** The network as its file says it: what is not known stays absent, and says so to its staff. */
export function networkFile(answers: Answers, networks: Network[]) {
  const { slug, name, acronym, status, legalForm, founded, region, departments, website } = answers
  return {
    slug,
    kind: 'regional',
    status,
    names: [{ name }],
    aliases: [],
    ...(acronym ? { acronym } : {}),
    legalForm,
    ...(founded ? { founded } : {}),
    predecessors: [],
    region,
    departments,
    antennas: [],
    ...(website ? { website } : {}),
    brand: { initials: answers.initials, ...coloursFrom(answers.brand) },
    colleges: 'default',
    missions: 'default',
    modules: answers.preset,
    map: mapOf(departments),
    timeZone: timeZoneOf(region),
    conferenceMembership: answers.memberSince ? [{ from: answers.memberSince }] : [],
    toVerify: doubts(answers, networks),
  }
}

function doubts({ founded, website, memberSince, brand }: Answers, networks: Network[]): Doubt[] {
  const proposed = brand === unwornColour(networks.map((network) => network.brand.brand))
  const notes: [string, boolean, string][] = [
    ['founded', !founded, 'Date de création à renseigner.'],
    ['antennas', true, 'Implantations à renseigner.'],
    ['website', !website, 'Site à renseigner.'],
    ['brand', proposed, 'Couleur proposée par le produit : à remplacer par celle de la charte du réseau.'],
    ['colleges', true, "Collèges par défaut du produit : les statuts du réseau n'ont pas été lus."],
    [
      'conferenceMembership',
      !memberSince,
      "Date d'adhésion à la conférence à renseigner, si le réseau a adhéré.",
    ],
  ]
  return notes.flatMap(([field, open, note]) => (open ? [{ field, note }] : []))
}
