import sharp from 'sharp'

type Card = {
  name: string
  place: string
  initials: string
  brand: string
  brandStrong: string
  onBrand: string
}

const kept = new Map<string, Promise<Buffer>>()
const MOST_KEPT = 50
const LETTERS_A_LINE = 26
const LINES = 3

/** The picture a shared link shows: a network's name on its colours, drawn once for each. */
export function shareCard(card: Card): Promise<Buffer> {
  const key = JSON.stringify(card)
  const known = kept.get(key)
  if (known) return known
  const picture = sharp(Buffer.from(drawn(card)))
    .png()
    .toBuffer()
  kept.set(key, picture)
  picture.catch(() => kept.delete(key))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return picture
}

const escaped = (text: string) => text.replace(/[<>&'"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

function drawn({ name, place, initials, brand, brandStrong, onBrand }: Card): string {
  const lines = cutInLines(name).map(
    (line, index) =>
      `<text x="80" y="${330 + index * 76}" font-size="64" font-weight="700">${escaped(line)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="sans-serif" fill="#fff">
<rect width="1200" height="630" fill="${brandStrong}"/><rect y="600" width="1200" height="30" fill="${brand}"/>
<rect x="80" y="80" width="140" height="140" rx="32" fill="${brand}"/>
<text x="150" y="172" font-size="64" font-weight="700" text-anchor="middle" fill="${onBrand}">${escaped(initials)}</text>
${lines.join('\n')}
<text x="80" y="560" font-size="36">${escaped(place)}</text></svg>`
}

function cutInLines(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LETTERS_A_LINE)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, LINES)
}
