// Preloaded into an instance: writes which loaded modules hold each of these texts.
import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const { LOADS_FILE, LOADS_TEXTS } = process.env
const texts = JSON.parse(LOADS_TEXTS)
const holders = Object.fromEntries(texts.map((text) => [text, []]))
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    const source = loaded.source ? Buffer.from(loaded.source).toString() : ''
    for (const text of texts) if (source.includes(text)) holders[text].push(url.replace(/\?.*/, ''))
    return loaded
  },
})
process.on('exit', () => writeFileSync(LOADS_FILE, JSON.stringify(holders)))
