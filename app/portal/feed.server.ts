import { Feed } from 'feed'
import type { Locale } from '../i18n.ts'

export type FeedEntry = { title: string; link: string; date: string; text: string }

type Told = { title: string; description: string; home: string; self: string; language: Locale }

/** What is new, the last first, as feed readers take it: RSS, or JSON where the address ends so. */
export function feedResponse(told: Told, entries: FeedEntry[]): Response {
  const { title, description, home, self, language } = told
  const asJson = self.endsWith('.json')
  const feed = new Feed({
    id: home,
    link: home,
    title,
    description,
    language,
    copyright: '',
    generator: 'Maillage',
    // Of the content and never of the clock: two readings of the same things are the same.
    updated: new Date(entries[0]?.date ?? '2020-01-01T00:00:00Z'),
    feedLinks: asJson ? { json: self } : { rss: self },
  })
  for (const entry of entries) {
    feed.addItem({
      id: entry.link,
      title: plain(entry.title),
      link: entry.link,
      date: new Date(entry.date),
      description: plain(entry.text),
    })
  }
  const type = asJson ? 'application/feed+json' : 'application/rss+xml'
  return new Response(asJson ? feed.json1() : feed.rss2(), {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=600' },
  })
}

/** Descriptions are read as HTML by many readers: what was typed stays text, and ends no CDATA. */
const plain = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`)
