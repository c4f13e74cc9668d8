import type { Given, Reason } from './given.ts'

/** What earlier lines of the file already are: the second line of one organisation is refused. */
export class TakenByLines {
  private readonly lines = {
    known: taken(),
    external: taken(),
    siret: taken(),
    siren: taken(),
    rna: taken(),
    named: taken(),
  }

  take(line: number, { fields, externalKey }: Given, organisationId: string | null): Reason | null {
    const { siren, siret, rna } = fields
    const keys: [Map<string, number>, unknown][] = [
      [this.lines.known, organisationId],
      [this.lines.external, externalKey],
      [this.lines.siret, siret],
      [this.lines.siren, !siret && siren],
      [this.lines.rna, rna],
      // Homonyms of one place with numbers of their own are two.
      [
        this.lines.named,
        !siren && !siret && !rna && `${fields.name} ${fields.insee ?? fields.postalCode ?? ''}`,
      ],
    ]
    const said = keys.filter((one): one is [Map<string, number>, string] => Boolean(one[1]))
    const before = said.map(([lines, key]) => lines.get(key)).find((at) => at !== undefined)
    if (before !== undefined) return { code: 'line_twice', field: null, value: String(before) }
    for (const [lines, key] of said) lines.set(key, line)
    return null
  }
}

const taken = () => new Map<string, number>()
