import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { findMerges } from '#server/crm/merge/find-merges.server.ts'
import { undoMerge } from '#server/crm/merge/undo-merge.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fieldWord } from '../../kernel/journal-values.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { PageHead } from '../page-head.tsx'

const LAST_PAGE = 5000

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:merge'])
  const asked = Number(new URL(args.request.url).searchParams.get('page') ?? 1)
  const wanted = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, LAST_PAGE) : 1
  const found = await answering(args, () => findMerges(ctx, wanted))
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  const date = days(ctx.locale, ctx.network.timeZone, 'long')
  const { t } = i18nFor(ctx.locale)
  return {
    merges: found.merges.map(({ at, until, undoneAt, leftOut, ...merge }) => ({
      ...merge,
      on: date.format(new Date(at)),
      until: date.format(new Date(until)),
      undoneOn: undoneAt ? date.format(new Date(undoneAt)) : null,
      leftOut: leftOut.map(({ what, detail }) =>
        what === 'field'
          ? t('crm:merge.leftField', { field: fieldWord(detail ?? '', ctx.locale) })
          : [t(`crm:merge.link.${what}`), detail].filter(Boolean).join(' : '),
      ),
    })),
    page: found.page,
    pages,
    desk: `/${ctx.network.slug}/bureau`,
    title: t('crm:merge.past'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:merge'])
  const form = await submitted(args)
  return answering(args, async () => {
    try {
      await undoMerge(ctx, recordId(String(form.get('fusion') ?? '')))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.code === 'crm.merge_too_old') return data({ fault: 'tooOld' as const }, { status: 409 })
      if (error.code === 'crm.merge_merged_since')
        return data({ fault: 'mergedSince' as const }, { status: 409 })
      throw error
    }
    return redirect(`/${ctx.network.slug}/bureau/doublons/fusions?fait=annulee`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function MergesPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  return (
    <>
      <PageHead
        up={{ to: `${page.desk}/doublons`, label: t('duplicate.title') }}
        title={page.title}
        lead={t('merge.pastAbout')}
        done={{ annulee: t('merge.undone') }}
        fault={refused ? t(`merge.${refused.fault}`) : undefined}
      />
      {page.merges.length === 0 ? <EmptyList text={t('merge.none')} /> : null}
      <ul className="stack">
        {page.merges.map((merge) => (
          <li key={merge.id} className="card stack">
            <div>
              <strong>
                {merge.keptWas === merge.keptName
                  ? t('merge.line', { merged: merge.mergedName, kept: merge.keptName })
                  : t('merge.lineNamed', {
                      merged: merge.mergedName,
                      kept: merge.keptWas,
                      name: merge.keptName,
                    })}
              </strong>
              <p className="small muted">
                {t('merge.by', { name: merge.by ?? t('kernel:someone'), date: merge.on })}
              </p>
            </div>
            {merge.undoneOn ? (
              <div className="notice stack">
                <p>
                  {t('merge.undoneBy', { name: merge.undoneBy ?? t('kernel:someone'), date: merge.undoneOn })}
                </p>
                {merge.leftOut.length > 0 ? (
                  <>
                    <p>{t('merge.leftOut')}</p>
                    <ul className="fault-list">
                      {merge.leftOut.map((text, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                        <li key={index}>{text}</li>
                      ))}
                    </ul>
                  </>
                ) : null}
              </div>
            ) : (
              <div className="row">
                <Link className="btn sm" to={`${page.desk}/structures/${merge.keptId}`}>
                  {t('merge.see')}
                </Link>
                {merge.undoable ? (
                  <Form method="post">
                    <input type="hidden" name="fusion" value={merge.id} />
                    <ConfirmSubmit
                      label={t('merge.undo')}
                      question={t('merge.undoQuestion', { merged: merge.mergedName })}
                      consequence={t('merge.undoConsequence')}
                    />
                  </Form>
                ) : null}
                <span className="small muted">
                  {t(merge.undoable ? 'merge.until' : 'merge.tooOldShort', { date: merge.until })}
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Pagination page={page.page} pages={page.pages} />
    </>
  )
}
