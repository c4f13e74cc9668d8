import { readFileSync } from 'node:fs'
import type { Locale } from '#server/kernel/context.ts'
import type { Channel, Family, Kind } from './act.ts'

type Words = {
  kind: Record<Kind, string>
  family: Record<Family, string>
  channel: Record<Channel, string>
}
const read = (locale: Locale): Words =>
  JSON.parse(readFileSync(new URL(`../../../app/locales/${locale}/support.json`, import.meta.url), 'utf8'))

/** What kinds, families and channels are called: said once, by the pages' words. */
export const ACT_WORDS: Record<Locale, Words> = { fr: read('fr'), en: read('en') }
