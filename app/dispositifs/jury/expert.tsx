import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days, moments } from '#packages/referentials/dates.ts'
import { answerAsExpert, readExpertRequest } from '#server/dispositifs/instruction/ask-expert.server.ts'
import { answering, publicNetwork, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { AnswersRead } from '../form/answers-read.tsx'
import { Done } from '../told.tsx'
import { refusalOf, textOf } from './read-input.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'dispositifs')
  const found = await answering(args, () => readExpertRequest(ctx, args.params.token ?? ''))
  const { question, dueOn, answer, answeredAt, name, form, answers } = found
  return {
    title: i18nFor(ctx.locale).t('dispositifs:jury.expert.page'),
    ...{ question, answer, name, form, answers },
    due: dueOn ? days(ctx.locale, 'UTC', 'long').format(new Date(dueOn)) : null,
    answeredOn: answeredAt ? moments(ctx.locale, ctx.network.timeZone).format(answeredAt) : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args, 'dispositifs')
  const form = await submitted(args)
  const answer = textOf(form, 'answer')
  try {
    await answerAsExpert(ctx, args.params.token ?? '', answer)
    return redirect(`/${ctx.network.slug}/avis/${args.params.token}?fait=expertise-rendue`)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ answer, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const headers = () => ({ 'X-Robots-Tag': 'noindex' })
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
]

export default function Expert() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <h1>{page.title}</h1>
      <Done of="jury" />
      <p className="lead said">{page.question}</p>
      <p className="muted">
        {[page.name, page.due ? t('jury.expert.due', { on: page.due }) : ''].filter(Boolean).join(' · ')}
      </p>
      <AnswersRead definition={page.form} answers={page.answers} />
      <Form method="post" className="stack form">
        <KeptTyping />
        <Field
          name="answer"
          label={t('jury.field.answer')}
          hint={page.answeredOn ? t('jury.expert.answeredOn', { on: page.answeredOn }) : undefined}
          fault={refused ? t(`faults.${refused.faults.answer ?? 'missing'}`) : undefined}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              name="answer"
              rows={8}
              maxLength={10000}
              defaultValue={refused?.answer ?? page.answer}
            />
          )}
        </Field>
        <button className="btn primary" type="submit">
          {t('jury.expert.answer')}
        </button>
      </Form>
    </div>
  )
}
