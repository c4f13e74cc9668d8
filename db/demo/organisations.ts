import type { KindKey, SubkindKey } from '#packages/referentials/kinds.ts'
import { slugify } from '#packages/referentials/text.ts'
import { activityOf, withinCountry } from './activity.ts'
import { descriptionOf, plainDescription } from './descriptions.ts'
import { of } from './french.ts'
import { identityOf } from './identities.ts'
import type { DemoOrganisation, Plan, Slot } from './organisation.ts'
import { nameFor, subkindFor } from './organisation-names.ts'
import { type Random, randomFrom } from './random.ts'
import { rowIds } from './row-id.ts'
import { pointNear, type Seats, seatFor, seatsOf } from './seats.ts'
import { slotsOf } from './slots.ts'
import { withTwins } from './twins.ts'
import { type Heads, headOf, keepHead, wholeOf, wholeRandom } from './whole.ts'
import { STREETS } from './words/department-nouns.ts'
import { SECTOR_THEMES } from './words/sector-themes.ts'

const DAY = 86_400_000
const TRIES = 30
/** What a territory has the most of, for when all of the rest is taken (it has one region, few universities). */
const ABUNDANT: Record<KindKey, SubkindKey> = {
  association: 'local_association',
  local_authority: 'municipality',
  education_research: 'lower_secondary',
  company: 'company',
  public_body: 'public_agency',
  other: 'other',
}

/** Every organisation of a network, one at a time: a plan tells the same ones whenever it is told. */
export function organisationsOf(plan: Plan): Generator<DemoOrganisation> {
  return withTwins(plan, drawn(plan))
}

function* drawn(plan: Plan): Generator<DemoOrganisation> {
  const random = randomFrom(`${plan.slug}/organisations`)
  const seats = seatsOf(plan.departments)
  const names = new Set(plan.known.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]))
  const slugs = new Set<string>()
  const heads: Heads = []
  const ids = rowIds(`${plan.slug}/organisation`)
  let index = 0
  for (const slot of slotsOf(plan, seats, random)) {
    yield organisation(plan, slot, index, { random, seats, names, slugs, heads, id: ids(index) })
    index++
  }
}

type Context = {
  random: Random
  seats: Seats
  names: Set<string>
  slugs: Set<string>
  heads: Heads
  id: string
}

function organisation(plan: Plan, slot: Slot, index: number, context: Context): DemoOrganisation {
  const { random, slugs, heads } = context
  const { known, kind, department } = slot
  // A real organisation, under its real name: no street, site or number is made up for it.
  const isPublic = known?.siren === null
  const drawn = named(
    slot,
    known?.subkind ?? (department ? subkindFor(kind, random) : 'local_association'),
    context,
  )
  const { subkind, commune, activity } = drawn
  const apart = wholeRandom(plan.slug, index)
  const city = commune?.name.replaceAll("'", '’') ?? activity.place
  const head = headOf(subkind, !known && !slot.member, heads, apart)
  const name = head ? branchName(head.name, city, context.names) : drawn.name
  const themes = activity.sectors.map((key) => SECTOR_THEMES[key])
  const slug = unused(slugify(name, 60), slugs)
  const published = slot.publishedOn ? new Date(`${slot.publishedOn}T${hour(random)}Z`) : null
  const created = creation(published, random)
  const last = Math.max(
    +(published ?? created),
    Math.min(+(published ?? created) + random.between(0, 500) * DAY, Date.parse(plan.today)),
  )
  const row = {
    id: context.id,
    slug: slot.listed ? slug : null,
    name,
    acronym: known?.acronym ?? (known ? null : acronymOf(name, kind, random)),
    aliases: known ? (known.aliases ?? []) : aliasesOf(name, subkind, city, random),
    kind,
    subkind,
    ...identityOf(subkind, department, plan.series, index, known, random),
    ...known?.numbers,
    address:
      commune && !isPublic && random.chance(0.85) ? `${random.between(1, 98)} ${random.pick(STREETS)}` : null,
    insee: commune?.insee ?? null,
    postalCode: commune ? random.pick(commune.postalCodes) : null,
    city,
    department: commune?.department ?? null,
    ...(commune ? pointNear(commune, random) : { lat: null, lon: null }),
    website: !isPublic && random.chance(0.45) ? `https://www.${slug}.example` : null,
    description:
      known?.description ??
      (isPublic
        ? plainDescription(activity.countries.map(withinCountry), activity.sectors)
        : descriptionOf(subkind, { ...activity, commune, theme: themes[0]! }, themes, random)),
    countries: activity.countries,
    sectors: activity.sectors,
    sdgs: activity.sdgs,
    publishedAt: published,
    createdAt: created,
    updatedAt: new Date(last),
    member: slot.member,
    actor: slot.actor,
  }
  keepHead(heads, row)
  return {
    ...row,
    ...wholeOf({ ...row, slug, place: activity.place, isPublic }, apart),
    ...(known?.formerNames ? { formerNames: known.formerNames } : {}),
    parentId: head?.id ?? null,
  }
}

function branchName(head: string, city: string, names: Set<string>): string {
  const wish = `${head}, antenne ${of(city)}`
  let name = wish
  for (let count = 2; names.has(name); count++) name = `${wish} ${count}`
  names.add(name)
  return name
}

/** Draws town, partner and name together until the name is new in this network. */
function named({ known, kind, department }: Slot, drawn: SubkindKey, { random, seats, names }: Context) {
  for (let tries = 1; ; tries++) {
    const subkind = tries > 6 ? ABUNDANT[kind] : drawn
    const commune = seatFor(known, subkind, department, seats, random)
    const activity = activityOf(subkind, known, random)
    if (known) return { name: known.name, subkind, commune, activity }
    const matter = { ...activity, commune, theme: SECTOR_THEMES[activity.sectors[0]!] }
    const first = nameFor(subkind, matter, random)
    const name = tries < TRIES ? first : `${first} (${commune?.name ?? activity.place} ${tries - TRIES + 2})`
    if (names.has(name) || name.length > 150) continue
    names.add(name)
    return { name, subkind, commune, activity }
  }
}

function creation(published: Date | null, random: Random): Date {
  if (published) return new Date(+published - random.between(10, 700) * DAY)
  return new Date(Date.UTC(2016, 5, 1) + random.between(0, 3400) * DAY)
}

const hour = (random: Random) =>
  `${String(random.between(7, 17)).padStart(2, '0')}:${random.between(10, 59)}:00`

function aliasesOf(name: string, subkind: SubkindKey, city: string, random: Random): string[] {
  if (subkind === 'municipality') return random.chance(0.2) ? [`Mairie ${of(city)}`] : []
  return subkind === 'local_association' && random.chance(0.05) ? [`Association ${name}`] : []
}

const LINK_WORDS = /^(de|du|des|d|la|le|les|l|et|en|pour|avec|à|a|au|aux|par|sans)$/i

function acronymOf(name: string, kind: string, random: Random): string | null {
  if (kind !== 'association' || !random.chance(0.3)) return null
  const letters = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !LINK_WORDS.test(word))
    .map((word) => word[0]!.toUpperCase())
  return letters.length >= 3 && letters.length <= 6 ? letters.join('') : null
}

function unused(slug: string, slugs: Set<string>): string {
  let free = slug
  for (let count = 2; slugs.has(free); count++) free = `${slug}-${count}`
  slugs.add(free)
  return free
}
