import { countryName } from '#packages/referentials/countries.ts'
import { COUNTED } from '#server/dispositifs/dossier/find-dossiers.schema.ts'
import { addPeople, noPeople, type People } from '#server/dispositifs/figures/count-people.ts'
import type { SessionFigures, YearOfDispositifs } from '#server/dispositifs/figures/count-year.server.ts'
import { ORIGINS, SEXES } from '#server/dispositifs/head-count/head-count.schema.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { money } from '../figures.ts'

type Sum = Pick<
  SessionFigures,
  'received' | 'instructed' | 'financed' | 'requestedCents' | 'financedCents' | 'ungranted'
>
const NOTHING: Sum = {
  ...{ received: 0, instructed: 0, financed: 0, requestedCents: 0, financedCents: 0, ungranted: 0 },
}

const sumOf = (all: readonly Sum[]): Sum =>
  all.reduce(
    (sum, one) => ({
      received: sum.received + one.received,
      instructed: sum.instructed + one.instructed,
      financed: sum.financed + one.financed,
      requestedCents: sum.requestedCents + one.requestedCents,
      financedCents: sum.financedCents + one.financedCents,
      ungranted: sum.ungranted + one.ungranted,
    }),
    NOTHING,
  )

function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups.values()]
}

/** The year's figures as they are read: funder by funder, scheme by scheme, session by session. */
export function yearView(counted: YearOfDispositifs, ctx: StaffContext) {
  const { locale, network } = ctx
  const { t } = i18nFor(locale)
  const base = `/${network.slug}/bureau/dispositifs`
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  /** Where no money is asked, nothing is not an amount. */
  const amount = (cents: number) => (cents === 0 ? '—' : money(cents, locale))
  const line = (kind: 'session' | 'dispositif' | 'funder', key: string, label: string, sum: Sum) => ({
    ...{
      kind,
      key,
      label,
      href: null as string | null,
      rows: null as Record<string, string> | null,
      session: '',
    },
    counts: sum,
    received: number.format(sum.received),
    instructed: number.format(sum.instructed),
    financed: number.format(sum.financed),
    share: sum.instructed === 0 ? '—' : percent.format(sum.financed / sum.instructed),
    requested: amount(sum.requestedCents),
    granted: amount(sum.financedCents),
    /** Said beside the amount, which is then of two kinds. */
    ungranted: sum.ungranted === 0 ? '' : t('dispositifs:figures.ungranted', { count: sum.ungranted }),
    countries: '',
  })
  const names = (sessions: SessionFigures[]) =>
    [...new Set(sessions.flatMap(({ countries }) => countries))]
      .map((code) => countryName(code, locale))
      .sort((a, b) => a.localeCompare(b, locale))
      .join(', ')
  const schemes = groupedBy(counted.sessions, ({ dispositifId }) => dispositifId)
  /** Those of one funder together, the funder of most of them first. */
  const funders = groupedBy(schemes, ([first]) => first!.funder).sort((a, b) => b.length - a.length)
  const linesOf = (scheme: SessionFigures[]) => {
    const { dispositifId, code } = scheme[0]!
    const sessions = scheme.map((one) => {
      const here = `${base}/sessions/${one.sessionId}`
      const rows = Object.fromEntries(COUNTED.map((what) => [what, `${here}?compte=${what}`]))
      const label = t('dispositifs:figures.sessionOf', { code, session: one.session })
      const told = line('session', one.sessionId, label, one)
      return { ...told, session: one.session, href: here, rows, countries: names([one]) }
    })
    const whole = { ...line('dispositif', dispositifId, code, sumOf(scheme)), countries: names(scheme) }
    const only = sessions.length === 1 ? sessions[0]! : null
    const leading = { ...whole, href: `${base}/${dispositifId}`, rows: only?.rows ?? null }
    return only ? [leading] : [leading, ...sessions]
  }
  const lines = funders.flatMap((group) => {
    const inside = group.flatMap(linesOf)
    if (group.length < 2) return inside
    const all = group.flat()
    const label = t('dispositifs:figures.totalOf', { codes: group.map(([first]) => first!.code).join(', ') })
    return [
      ...inside,
      { ...line('funder', `funder ${group[0]![0]!.dispositifId}`, label, sumOf(all)), countries: names(all) },
    ]
  })
  const parts = (people: People) =>
    ORIGINS.flatMap((origin) => {
      const { typed, counted: parts, ...sexes } = people[origin]
      if (typed === 0 && parts === 0) return []
      const said = SEXES.filter((sex) => sexes[sex] > 0 || sex !== 'other')
      const told = said.map((sex) => t(`dispositifs:figures.sex.${sex}`, { count: sexes[sex] })).join(' + ')
      const gap = typed === parts ? null : t('dispositifs:figures.gap', { typed, counted: parts })
      return [{ origin, typed: number.format(typed), parts: told, gap }]
    })
  const young = funders.flat().flatMap((scheme) => {
    const told = scheme.reduce((sum, one) => sum + one.told, 0)
    if (told === 0) return []
    const { dispositifId, code } = scheme[0]!
    const people = scheme.reduce((sum, one) => addPeople(sum, one.people), noPeople())
    const disagreeing = scheme.flatMap((one) =>
      one.disagreeing.map(({ id, title, people: own }) => ({
        ...{ id, title, href: `${base}/dossiers/${id}` },
        gaps: parts(own).flatMap(({ gap, origin }) =>
          gap ? [`${t(`dispositifs:figures.origin.${origin}`)} : ${gap}`] : [],
        ),
      })),
    )
    return [{ id: dispositifId, code, told, of: sumOf(scheme).financed, groups: parts(people), disagreeing }]
  })
  const both = counted.organisations.filter(({ incubated, studied }) => incubated && studied)
  const organisation = ({ id, name, incubated, studied }: YearOfDispositifs['organisations'][number]) => ({
    ...{ id, name, incubated, studied, href: `/${network.slug}/bureau/structures/${id}` },
  })
  return {
    base,
    year: counted.year,
    years: [...new Set([...counted.years, counted.year])].sort((a, b) => b - a),
    empty: counted.sessions.length === 0,
    lines,
    bars: funders.flat().flatMap((scheme) => {
      const { dispositifId, code } = scheme[0]!
      const sum = sumOf(scheme)
      return (['received', 'instructed', 'financed'] as const).map((what) => ({
        key: `${dispositifId} ${what}`,
        label: t(`dispositifs:figures.bar.${what}`, { code }),
        value: sum[what],
        text: number.format(sum[what]),
        other: what === 'received',
      }))
    }),
    young,
    projects: counted.projects,
    outreach: counted.outreach.map(({ kind, actions, people, organisations, schemes }) => ({
      ...{ kind, schemes: schemes.join(', '), actions: number.format(actions) },
      people: people === 0 ? '' : number.format(people),
      organisations: organisations === 0 ? '' : number.format(organisations),
    })),
    juries: juriesTold(counted.juries, locale),
    organisations: counted.organisations.map(organisation),
    both: both.map(organisation),
    incubated: counted.organisations.filter((one) => one.incubated).length,
    studied: counted.organisations.filter((one) => one.studied).length,
  }
}

export type YearView = ReturnType<typeof yearView>

/** « 4 jurys, 18 instructeurs de 10 structures »; a year without jury says nothing of it. */
function juriesTold(
  { sittings, instructors, organisations }: YearOfDispositifs['juries'],
  locale: StaffContext['locale'],
) {
  if (sittings === 0 && instructors === 0) return null
  const { t } = i18nFor(locale)
  return t('dispositifs:jury.year.told', {
    sittings: t('dispositifs:jury.year.sittings', { count: sittings }),
    instructors: t('dispositifs:jury.year.instructors', { count: instructors }),
    organisations: t('dispositifs:jury.year.organisations', { count: organisations }),
  })
}
