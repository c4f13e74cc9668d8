import type { Network } from '#tenants/schema.ts'
import { UsageError } from '../read-options.ts'
import type { Ask } from './ask.ts'
import { NearlyRight } from './colour.ts'
import type { Answers } from './network-file.ts'
import { type Known, QUESTIONS, type Question } from './questions.ts'

/** What was written for each option, whoever wrote it: a person asked again keeps the other answers. */
export type Texts = Record<string, string | undefined>

type Asking = {
  given: Texts
  networks: Network[]
  ask: Ask['ask'] | undefined
  say: (sentence: string) => void
}

/** Every question, in order: a later one may draw its proposal from the answers before it. */
export async function answerAll({
  given,
  networks,
  ask,
  say,
}: Asking): Promise<{ answers: Answers; texts: Texts }> {
  const known: Known = { networks, draft: {} }
  const texts: Texts = {}
  for (const question of QUESTIONS) {
    const { option, proposal, aside } = question
    const text = given[option]
    if (text === undefined && ask && !aside) texts[option] = await askUntilRight(question, known, ask, say)
    else texts[option] = text ?? proposal?.(known)
    const written = texts[option]
    if (written !== undefined) Object.assign(known.draft, question.read(written.trim(), known))
    else if (!aside) throw new UsageError(`Il manque --${option} : ${question.says}`)
  }
  return { answers: known.draft as Answers, texts }
}

async function askUntilRight(question: Question, known: Known, ask: Ask['ask'], say: Asking['say']) {
  let proposal = question.proposal?.(known) ?? ''
  for (;;) {
    const text = await ask(sentence(question), proposal)
    try {
      if (text === '' && !question.proposal) throw new UsageError('Il faut une réponse')
      question.read(text, known)
      return text
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      say(error.message)
      if (error instanceof NearlyRight) proposal = error.instead
    }
  }
}

const sentence = ({ says }: Question) => says.charAt(0).toUpperCase() + says.slice(1)
