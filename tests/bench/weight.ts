import { report } from './prepare.ts'

/** JavaScript a public page makes a browser fetch, as it travels (brotli). */
export async function measureWeight(origin: string, path: string) {
  const html = await (await fetch(origin + path)).text()
  // What the page loads and imports; its list of routes names others, which nobody fetches yet.
  const loaded = /(?:rel="modulepreload" href=|from |import )"(\/assets\/[\w.-]+\.js)"/g
  const files = new Set([...html.matchAll(loaded)].map(([, file]) => file!))
  // The reader's language comes through a dynamic import the page does not name.
  const entry = [...files].find((file) => file.includes('entry.client'))
  const entryText = entry ? await (await fetch(origin + entry)).text() : ''
  for (const [file] of entryText.matchAll(/\/?assets\/fr-[\w-]+\.js|\.\/fr-[\w-]+\.js/g))
    files.add(`/assets/${file.split('/').at(-1)}`)
  let bytes = 0
  for (const file of files) {
    if (file.includes('manifest-')) continue
    const answer = await fetch(origin + file, { headers: { 'accept-encoding': 'br' } })
    bytes += Number(answer.headers.get('content-length'))
    await answer.arrayBuffer()
  }
  report('JavaScript of the public directory', bytes / 1000, 'kB', { files: files.size, most: 110 })
}
