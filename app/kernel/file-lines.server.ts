import { days } from '#packages/referentials/dates.ts'
import type { FileLine } from '#server/kernel/files/find-files.server.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import type { Locale } from '../i18n.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** « 1,2 Mo », as people read a size. */
export function sizeOf(bytes: number, locale: Locale): string {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits: power === 2 ? 1 : 0,
  }).format(bytes / 1000 ** power)
}

export type ShownFile = ReturnType<typeof fileLines>[number]

export function fileLines(files: FileLine[], network: KnownNetwork, locale: Locale) {
  const date = days(locale, network.timeZone)
  return files.map(({ id, name, size, by, at, verdict, readable }) => ({
    id,
    name,
    by,
    size: sizeOf(size, locale),
    on: date.format(new Date(at)),
    held: verdict === 'infected' ? 'infected' : readable ? null : 'waiting',
    href: `/${network.slug}/fichiers/${id}`,
  }))
}
