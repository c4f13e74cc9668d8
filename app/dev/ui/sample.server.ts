import { layoutLines } from '#packages/charts/layout-lines.server.ts'
import { layoutShares } from '#packages/charts/layout-shares.server.ts'
import { drawFrance } from '#packages/map/draw-france.server.ts'
import { drawWorld } from '#packages/map/draw-world.server.ts'
import { countriesOf, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { DEPARTMENTS } from '#packages/referentials/departments.ts'
import { SDGS } from '#packages/referentials/sdgs.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import { nameOf, regionalNetworks } from '../../shell.server.ts'
import { readSort } from '../../ui/sorting.ts'

const ROWS = [
  { id: 'a', name: 'Les Puits de Kara', city: 'Secondigny', members: 48, since: '2011-03-02', state: 'ok' },
  {
    id: 'b',
    name: 'Amitié Thionck-Essyl',
    city: 'Poitiers',
    members: 1204,
    since: '1987-09-14',
    state: 'wait',
  },
  { id: 'c', name: 'École sans frontière', city: 'Guéret', members: 7, since: '2024-01-30', state: 'bad' },
] as const

const SORTS = ['name', 'city', 'members', 'since']

/** Invented rows, sorted and filtered as the address says, as a real list would be. */
function tableOf(query: URLSearchParams, locale: Locale) {
  const sort = readSort(query, SORTS, { by: 'name', down: false })
  const q = query.get('q') ?? ''
  const collator = new Intl.Collator(locale, { numeric: true })
  const date = days(locale, 'UTC')
  const by = sort.by as 'name' | 'city' | 'members' | 'since'
  const rows = ROWS.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
    .sort((a, b) => collator.compare(String(a[by]), String(b[by])) * (sort.down ? -1 : 1))
    .map((row) => ({ ...row, since: date.format(new Date(row.since)) }))
  return { q, sort, rows }
}

function choicesOf(locale: Locale) {
  const collator = new Intl.Collator(locale)
  return {
    countries: ZONES.map(({ key }) => ({
      key,
      label: zoneLabel(key, locale),
      choices: countriesOf(key)
        .map((country) => ({ value: country.code, label: country[locale] }))
        .sort((a, b) => collator.compare(a.label, b.label)),
    })),
    sectors: [
      { key: 'all', choices: SECTORS.map((one) => ({ value: one.key as string, label: one[locale] })) },
    ],
    sdgs: [
      {
        key: 'all',
        choices: SDGS.map((one) => ({ value: String(one.number), label: `${one.number}. ${one[locale]}` })),
      },
    ],
  }
}

function mapsOf(locale: Locale) {
  const taken = new Set<string>()
  const networks = regionalNetworks().map((network) => ({
    key: network.slug,
    departments: network.departments.filter((code) => !taken.has(code) && taken.add(code)),
    label: nameOf(network),
    href: `/${network.slug}`,
    fill: network.brand.brand,
  }))
  const departments = DEPARTMENTS.map(({ code, name }, index) => ({
    key: code,
    departments: [code],
    label: name,
    value: (index * 37) % 91,
  }))
  const world = ZONES.slice(0, 4).map(({ key }, zone) => ({
    key,
    label: zoneLabel(key, locale),
    countries: countriesOf(key)
      .slice(0, 4)
      .map((country, index) => ({
        code: country.code,
        label: country[locale],
        value: 40 - zone * 8 - index * 5,
      })),
  }))
  const planet = world.flatMap(({ countries }) =>
    countries.map(({ code, ...area }) => ({ key: code, ...area })),
  )
  return {
    networks: drawFrance(networks),
    departments: drawFrance(departments),
    planet: drawWorld(planet),
    world,
  }
}

function chartsOf(locale: Locale) {
  const { t } = i18nFor(locale)
  const format = (value: number) => new Intl.NumberFormat(locale).format(value)
  return {
    lines: layoutLines({
      points: ['2020', '2021', '2022', '2023', '2024', '2025'],
      series: [
        { label: t('dev:chart.advice'), values: [18, null, 31, 38, 45, 61] },
        { label: t('dev:chart.training'), values: [9, 12, 14, 30, 41, 52] },
      ],
      format,
    }),
    shares: layoutShares(
      [
        { label: t('dev:chart.womenShare'), value: 164, text: format(164) },
        { label: t('dev:chart.menShare'), value: 121, text: format(121) },
        { label: t('dev:people.unknown'), value: 15, text: format(15) },
      ],
      format(300),
    ),
  }
}

export function sampleOf(query: URLSearchParams, locale: Locale, today: string) {
  return {
    title: i18nFor(locale).t('dev:title'),
    today,
    range: { from: query.get('du') ?? '', to: query.get('au') ?? '' },
    done: query.get('fait'),
    table: tableOf(query, locale),
    choices: choicesOf(locale),
    maps: mapsOf(locale),
    charts: chartsOf(locale),
  }
}

export type Sample = ReturnType<typeof sampleOf>
