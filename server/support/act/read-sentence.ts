import { foldText } from '#packages/referentials/text.ts'
import type { Channel, Kind } from './act.ts'
import { readDuration } from './read-duration.ts'
import { CHANNEL_WORDS, KIND_WORDS, LINK_WORDS } from './sentence-words.ts'

/** What a sentence such as « Floki 45 min budget » says. The rest is words: an organisation's, then the topic. */
export type ReadSentence = {
  minutes: number | null
  /** A day (YYYY-MM-DD): today when the sentence says none. */
  happenedOn: string
  channel: Channel | null
  kind: Kind | null
  /** What is left, as it was written and in its order; `topic`: a word that also says the kind. */
  words: { text: string; topic: boolean }[]
}

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const ENGLISH_WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const DAY = 86_400_000

/** `today` is YYYY-MM-DD. */
export function readSentence(sentence: string, today: string): ReadSentence {
  const read: ReadSentence = { minutes: null, happenedOn: today, channel: null, kind: null, words: [] }
  let dated = false
  const pieces = sentence
    .trim()
    .split(/[\s;]+/)
    .filter(Boolean)
  for (let at = 0; at < pieces.length; ) {
    const taken = read.minutes === null ? durationAt(pieces, at) : null
    if (taken) {
      read.minutes = taken.minutes
      at += taken.pieces
      continue
    }
    const text = pieces[at]!.replace(/^[,.:«»"()]+|[,.:«»"()]+$/g, '')
    const folded = foldText(text)
    const day = dated ? null : dayOf(folded, today)
    if (day) {
      read.happenedOn = day
      dated = true
    } else if (!read.channel && CHANNEL_WORDS[folded]) read.channel = CHANNEL_WORDS[folded]
    else if (text) {
      const kind = KIND_WORDS[folded]
      read.kind ??= kind ?? null
      read.words.push({ text, topic: Boolean(kind) })
    }
    at += 1
  }
  read.words = withoutEdges(read.words)
  return read
}

/** « 45 min » is two pieces, « 1 h 30 » three, « 1h30 » one; a bare number is no duration. */
function durationAt(pieces: string[], at: number): { minutes: number; pieces: number } | null {
  for (const count of [3, 2, 1]) {
    const said = pieces.slice(at, at + count)
    if (said.length < count) continue
    const text = said.join(' ').replace(/[,.]$/, '')
    const minutes = /[a-z']/i.test(text) ? readDuration(text) : null
    if (minutes) return { minutes, pieces: count }
  }
  return null
}

/** « hier », « lundi » (the last one, never today), « 12/03 » (of this year, or of the last one if it is still to come). */
export function dayOf(word: string, today: string): string | null {
  if (["aujourd'hui", 'today', 'ce-jour'].includes(word)) return today
  if (['hier', 'yesterday'].includes(word)) return dayBefore(today, 1)
  if (['avant-hier', 'avanthier'].includes(word)) return dayBefore(today, 2)
  const weekday = Math.max(WEEKDAYS.indexOf(word), ENGLISH_WEEKDAYS.indexOf(word))
  if (weekday >= 0) {
    const ago = (new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7
    return dayBefore(today, ago === 0 ? 7 : ago)
  }
  const numbers = word.match(/^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/)
  return numbers ? written(numbers[1]!, numbers[2]!, numbers[3], today) : null
}

function written(day: string, month: string, year: string | undefined, today: string): string | null {
  const said = year ?? today.slice(0, 4)
  const whole = `${said.length === 2 ? '20' : ''}${said}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${whole}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(whole)) return null
  if (year || whole <= today) return whole
  return written(day, month, String(Number(today.slice(0, 4)) - 1), today)
}

const dayBefore = (today: string, days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10)

/** « avec Floki », « Floki pour le budget »: what only binds words is no part of a name nor of a topic at its ends. */
function withoutEdges(words: ReadSentence['words']) {
  const binds = ({ text }: { text: string }) => LINK_WORDS.has(foldText(text))
  let [first, last] = [0, words.length]
  while (first < last && binds(words[first]!)) first++
  while (last > first && binds(words[last - 1]!)) last--
  return words.slice(first, last)
}
