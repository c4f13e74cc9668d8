import ts from 'typescript'
import type { Messages } from './messages.ts'
import type { SourceFile } from './repository.ts'
import { everyNode, isCode, isTest, lineOf } from './syntax.ts'

/** One `t(…)`: the keys it may ask for, as patterns where a part is only known when it runs. */
type Asked = { path: string; line: number; text: string; patterns: RegExp[] }

/** Keys asked by pages that no language has. */
export function unknownKeys(files: SourceFile[], messages: Messages): string[] {
  const known = [...messages.keys()]
  return keysAsked(files)
    .filter(
      ({ patterns }) => patterns.length === 0 || !patterns.some((one) => known.some((key) => one.test(key))),
    )
    .map(({ path, line, text }) => `${path}:${line} asks for ${text}`)
}

/** Texts that no page asks for. */
export function unusedKeys(files: SourceFile[], messages: Messages): string[] {
  const asked = keysAsked(files).flatMap(({ patterns }) => patterns)
  return [...messages.keys()].filter((key) => !asked.some((one) => one.test(key)))
}

/** Pages, and the mails and notices the server writes. */
const SPEAKS = /^(app\/|server\/.+\/(mails?|notifications)\/)/

export function keysAsked(files: SourceFile[]): Asked[] {
  return files
    .filter((file) => SPEAKS.test(file.path) && isCode(file) && !isTest(file))
    .flatMap((file) => {
      const namespaces = namespacesOf(file)
      return everyNode(file)
        .filter(isTranslation)
        .flatMap((call) => alternatives(call.arguments[0]!))
        .map((argument) => ({
          path: file.path,
          line: lineOf(argument),
          text: argument.getText(),
          patterns: patternsOf(argument, namespaces),
        }))
    })
}

function isTranslation(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || node.arguments.length === 0) return false
  const { expression } = node
  return (
    (ts.isIdentifier(expression) && expression.text === 't') ||
    (ts.isPropertyAccessExpression(expression) && expression.name.text === 't')
  )
}

/** The namespaces a file opens with useTranslation; the shared words are the default one. */
function namespacesOf(file: SourceFile): string[] {
  const named = [...file.text.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, name]) => name!)
  return named.length ? [...new Set(named)] : ['common']
}

/** Both sides of a choice: each must exist. */
function alternatives(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return alternatives(node.expression)
  if (ts.isConditionalExpression(node))
    return [...alternatives(node.whenTrue), ...alternatives(node.whenFalse)]
  return [node]
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function patternsOf(node: ts.Expression, namespaces: string[]): RegExp[] {
  const key = sourceOf(node)
  if (key === null) return []
  const places = key.includes(':') ? [key] : namespaces.map((namespace) => `${namespace}:${key}`)
  return places.map((place) => new RegExp(`^${place}$`))
}

function sourceOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return literally(node.text)
  if (!ts.isTemplateExpression(node) || node.head.text === '') return null
  return node.templateSpans.reduce(
    (key, { literal }) => `${key}[\\w.-]+${literally(literal.text)}`,
    literally(node.head.text),
  )
}
