import ts from 'typescript'
import type { SourceFile } from './repository.ts'
import { everyNode, isTest, lineOf } from './syntax.ts'

const SPOKEN_ATTRIBUTES = new Set(['title', 'alt', 'aria-label', 'aria-description', 'placeholder', 'label'])
const LETTERS = /\p{L}/u

/** Words in a page that no translator would see: between tags, in attributes read aloud, in a page's title. */
export function rawText(files: SourceFile[]): string[] {
  return files
    .filter((file) => /^app\/.*\.tsx$/.test(file.path) && !isTest(file))
    .flatMap((file) =>
      everyNode(file)
        .flatMap(spokenParts)
        .filter((node) => LETTERS.test(wordsOf(node)))
        .map((node) => `${file.path}:${lineOf(node)} « ${wordsOf(node).trim()} »`),
    )
}

function spokenParts(node: ts.Node): ts.Node[] {
  if (ts.isJsxText(node)) return [node]
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literals(node.expression)
  if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText())) {
    const value = node.initializer
    return value && ts.isJsxExpression(value) ? literals(value.expression) : value ? literals(value) : []
  }
  // What meta() returns: { title: … }
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'title') return literals(node.initializer)
  return []
}

/** The texts an expression may become, as far as they are written in it. */
function literals(node: ts.Node | undefined): ts.Node[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node]
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
  if (ts.isParenthesizedExpression(node)) return literals(node.expression)
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)]
  return ts.isBinaryExpression(node) ? [...literals(node.left), ...literals(node.right)] : []
}

function wordsOf(node: ts.Node): string {
  return 'text' in node ? String(node.text) : ''
}
