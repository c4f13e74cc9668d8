import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writePdf } from '#packages/pdf/write-pdf.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { readBoard } from '#server/dispositifs/sitting/board.server.ts'
import { draftMinutes, signMinutes } from '#server/dispositifs/sitting/minutes.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { FaultNote } from '../told.tsx'
import { minutesPaper } from './minutes-paper.server.ts'
import { PaperRead } from './paper-read.tsx'
import { refusalOf, textOf } from './read-input.server.ts'
import { writeDocx } from './write-docx.server.ts'

const PDF = 'application/pdf'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const id = await answering(args, async () => recordId(args.params.sitting))
  const { sitting, members, items } = await answering(args, () => readBoard(ctx, id))
  const content = await answering(args, () => draftMinutes(ctx, id))
  const { blocks } = minutesPaper(content, ctx, null)
  const { t } = i18nFor(ctx.locale)
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, board: `${base}/jurys/${id}`, name: sitting.name, blocks },
    title: t('dispositifs:jury.minutes.paper', { name: sitting.name }),
    signed: sitting.signedRound >= sitting.round,
    silent: content.items.filter(({ opinion }) => opinion === null).length,
    empty: items.length === 0,
    signedAs: members.find(({ chair }) => chair)?.name ?? '',
    mayManage: may(ctx, dispositifs['jury:manage']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const id = await answering(args, async () => recordId(args.params.sitting))
  const signedAs = textOf(await submitted(args), 'signedAs')
  try {
    await signMinutes(ctx, id, signedAs, async (content) => {
      const paper = minutesPaper(content, ctx, { as: signedAs.trim(), at: ctx.clock.now() })
      const name = i18nFor(ctx.locale).t('dispositifs:jury.minutes.file', { number: content.number })
      return {
        pdf: { name: `${name}.pdf`, mediaType: PDF, bytes: await writePdf(paper) },
        docx: { name: `${name}.docx`, mediaType: DOCX, bytes: await writeDocx(paper) },
      }
    })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/jurys/${id}?fait=pv-signe`)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ ...refused, signedAs }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Minutes() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: `${page.base}/jurys`, label: t('jury.sitting.list') },
          { to: page.board, label: page.name },
        ]}
        here={t('jury.minutes.title')}
      />
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        <a className="btn" href={`${page.board}/projet-pv.pdf`}>
          {t('jury.minutes.pdf')}
        </a>
        <a className="btn" href={`${page.board}/projet-pv.docx`}>
          {t('jury.minutes.docx')}
        </a>
      </div>
      <FaultNote refused={refused?.code === 'missing' ? null : refused} />
      {page.signed ? <p className="notice ok">{t('jury.minutes.isSigned')}</p> : null}
      {!page.signed && (page.silent > 0 || page.empty) ? (
        <p className="notice">
          {page.empty ? t('jury.agenda.empty') : t('jury.minutes.silent', { count: page.silent })}
        </p>
      ) : null}
      <PaperRead blocks={page.blocks} />
      {page.mayManage && !page.signed && page.silent === 0 && !page.empty ? (
        <Form method="post" className="card stack form">
          <h2>{t('jury.minutes.sign')}</h2>
          <Field
            name="signedAs"
            label={t('jury.minutes.as')}
            fault={refused?.faults.signedAs ? t('faults.missing') : undefined}
          >
            {(attributes) => (
              <input
                {...attributes}
                name="signedAs"
                maxLength={160}
                defaultValue={refused?.signedAs ?? page.signedAs}
              />
            )}
          </Field>
          <ConfirmSubmit
            label={t('jury.minutes.sign')}
            question={t('jury.minutes.signQuestion')}
            consequence={t('jury.minutes.signConsequence')}
            main
          />
        </Form>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}
