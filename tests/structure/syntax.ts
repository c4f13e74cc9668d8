import { posix } from 'node:path'
import ts from 'typescript'
import type { SourceFile } from './repository.ts'

const parsed = new WeakMap<SourceFile, ts.SourceFile>()

export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true, kind)
  parsed.set(file, tree)
  return tree
}

export function everyNode(file: SourceFile): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return nodes
}

export const isCode = ({ path }: SourceFile) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')
export const isTest = ({ path }: SourceFile) => path.startsWith('tests/') || path.includes('.test.')

export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1
}

/** `to` is a path of the repository, or null for a package. */
export type Import = { text: string; to: string | null; line: number; typeOnly: boolean; names: string[] }

/** Imports, re-exports and `import()`, whether of values or of types. */
export function importsOf(file: SourceFile): Import[] {
  return everyNode(file).flatMap((node) => {
    const text = specifierOf(node)
    if (text === null) return []
    const { typeOnly, names } = ts.isImportDeclaration(node) ? imported(node) : exported(node)
    return [{ text, to: resolve(file.path, text), line: lineOf(node), typeOnly, names }]
  })
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : null
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return null
  const [argument] = node.arguments
  return argument && ts.isStringLiteral(argument) ? argument.text : null
}

function imported(node: ts.ImportDeclaration) {
  const clause = node.importClause
  const named = clause?.namedBindings
  const elements = named && ts.isNamedImports(named) ? [...named.elements] : []
  const values = elements.filter((element) => !element.isTypeOnly)
  const onlyTypes = elements.length > 0 && values.length === 0 && !clause?.name
  return {
    typeOnly: Boolean(clause?.isTypeOnly) || onlyTypes,
    names: elements.map((element) => element.name.text),
  }
}

function exported(node: ts.Node) {
  return { typeOnly: ts.isExportDeclaration(node) && node.isTypeOnly, names: [] as string[] }
}

function resolve(from: string, text: string): string | null {
  if (text.startsWith('#')) return text.slice(1)
  return text.startsWith('.') ? posix.join(posix.dirname(from), text) : null
}
