import type { Command } from './command.ts'
import { aligned } from './table.ts'

const START = 'npm run cli -- '

export function helpOfAll(lines: { name: string; says: string }[]): string {
  return [
    `${START}<commande> [options]`,
    '',
    ...indented(lines.map(({ name, says }) => [name, says])),
    '',
    `${START}<commande> --help décrit ses options.`,
  ].join('\n')
}

export function helpOf(name: string, { says, options, examples }: Command): string {
  const lines = Object.entries(options).map(([option, { value, says, otherwise }]) => [
    `--${option}${value === undefined ? '' : ` <${value}>`}`,
    `${says}${otherwise === undefined ? '' : ` (sinon : ${otherwise})`}`,
  ])
  return [
    `${START}${name}${lines.length ? ' [options]' : ''}`,
    '',
    says,
    ...(lines.length ? ['', ...indented(lines)] : []),
    '',
    examples.length > 1 ? 'Exemples :' : 'Exemple :',
    ...examples.map((example) => `  ${START}${example}`),
  ].join('\n')
}

export const seeHelp = (name: string) => `${START}${name}${name && ' '}--help`

const indented = (rows: string[][]) => aligned(rows).map((line) => `  ${line}`)
