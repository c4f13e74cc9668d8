import { PAPER } from '#tenants/brand.ts'
import { contrastRatio, HEX_COLOUR } from '#tenants/contrast.ts'
import type { Network } from '#tenants/schema.ts'
import { readableShade } from '#tenants/shades.ts'
import { UsageError } from '../read-options.ts'

/** An answer that does not suit, with one close to it that does. */
export class NearlyRight extends UsageError {
  readonly instead: string

  constructor(sentence: string, instead: string) {
    super(sentence)
    this.instead = instead
  }
}

/** A colour that can be read on the pages, and that no other network wears: side by side they would be confused. */
export function colourFrom(text: string, networks: Network[]): string {
  const colour = `#${text.toLowerCase().replace(/^#/, '')}`
  if (!HEX_COLOUR.test(colour)) throw new UsageError(`Une couleur s'écrit #rrvvbb, pas « ${text} »`)
  const wearer = networks.find(({ brand }) => brand.brand === colour)
  if (wearer) throw new UsageError(`${colour} est déjà la couleur de ${wearer.slug}`)
  const shade = readableShade(colour)
  if (shade === colour) return colour
  const contrast = (Math.floor(contrastRatio(colour, PAPER) * 10) / 10).toString().replace('.', ',')
  throw new NearlyRight(
    `${colour} se lit mal sur le fond des pages (contraste de ${contrast}, il faut 4,5) ; la nuance la plus proche qui convient est ${shade}`,
    shade,
  )
}
