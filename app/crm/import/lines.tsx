import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { chooseAllLike, chooseLike } from '#server/crm/import/choose-like.server.ts'
import { findLines, LINE_VERDICTS, type LineVerdict } from '#server/crm/import/find-lines.server.ts'
import { getImport } from '#server/crm/import/get-import.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { useDone } from '../../ui/use-done.ts'
import { reasonTold } from './import-words.server.ts'
import { lineChangesTold } from './line-changes.server.ts'
import { lineSays } from './line-place.server.ts'
import { LineTable } from './line-table.tsx'

const MOST_PAGES = 10_000

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const query = new URL(args.request.url).searchParams
  const asked = query.get('resultat') as LineVerdict
  const verdict = LINE_VERDICTS.includes(asked) ? asked : 'refused'
  const page = Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(query.get('page'))) || 1))
  return answering(args, async () => {
    const id = recordId(args.params.import)
    const [found, lines] = [await getImport(ctx, id), await findLines(ctx, id, verdict, page)]
    lastPageInstead(args, page, lines.pages)
    const own = await findOwnFields(ctx)
    const { t } = i18nFor(ctx.locale)
    return {
      id,
      name: found.name,
      counts: found.counts,
      verdict,
      takesNames: found.matching.names === 'replace',
      chooses: verdict === 'like' && found.state === 'checked',
      page: lines.page,
      pages: lines.pages,
      total: lines.total,
      lines: lines.items.map((line) => ({
        line: line.line,
        name: line.name ?? '',
        organisationId: line.verdict === 'create' && found.state !== 'written' ? null : line.organisationId,
        recordName: line.recordName ?? '',
        published: line.published,
        otherName: line.namedOtherwise,
        changes: lineChangesTold(line, own, ctx.locale),
        reasons: line.reasons.map((reason) => reasonTold(reason, ctx.locale)),
        says: lineSays(line, found.matching),
        likely: line.likely,
      })),
      desk: `/${ctx.network.slug}/bureau`,
      title: `${t(`crm:imports.verdict.${verdict}`)} — ${found.name}`,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const form = await submitted(args)
  return answering(args, async () => {
    const id = recordId(args.params.import)
    const intent = form.get('intent')
    if (intent === 'tout_creer' || intent === 'tout_laisser')
      await chooseAllLike(ctx, id, intent === 'tout_creer' ? 'new' : 'skip')
    else if (intent === 'choisir') {
      const choices = [...form].flatMap(([name, value]) => {
        const line = Number(name.match(/^ligne:(\d{1,7})$/)?.[1])
        return line && value ? [{ line, choice: String(value) }] : []
      })
      await chooseLike(ctx, id, choices)
    } else throw data(null, { status: 400 })
    return redirect(`/${ctx.network.slug}/bureau/imports/${id}/lignes?resultat=like&fait=choisi`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Lines() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const done = useDone()
  const table = (
    <LineTable
      lines={page.lines}
      verdict={page.verdict}
      chooses={page.chooses}
      takesNames={page.takesNames}
      desk={page.desk}
    />
  )
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`${page.desk}/imports`}>{t('imports.title')}</Link> /{' '}
        <Link to={`${page.desk}/imports/${page.id}`}>{page.name}</Link>
      </nav>
      <h1>{t(`imports.verdict.${page.verdict}`)}</h1>
      <p className="lead">{t(`imports.means.${page.verdict}`)}</p>
      {page.verdict === 'update' || page.verdict === 'renamed' ? (
        <p className="small muted">{t('imports.changesAsChecked')}</p>
      ) : null}
      {done === 'choisi' ? (
        <p className="notice ok" role="status">
          {t('imports.chosen')}
        </p>
      ) : null}
      <p className="count">{t('imports.lines', { count: page.total })}</p>
      {page.total === 0 ? (
        <EmptyList text={t('imports.noLine')}>
          <Link className="btn primary" to={`${page.desk}/imports/${page.id}`}>
            {t('imports.back')}
          </Link>
        </EmptyList>
      ) : page.chooses ? (
        <Form method="post" className="stack">
          {table}
          <p className="row">
            <button className="btn primary" type="submit" name="intent" value="choisir">
              {t('imports.keepChoices')}
            </button>
            <button className="btn" type="submit" name="intent" value="tout_creer">
              {t('imports.allNew')}
            </button>
            <button className="btn" type="submit" name="intent" value="tout_laisser">
              {t('imports.allOut')}
            </button>
          </p>
        </Form>
      ) : (
        table
      )}
      <Pagination page={page.page} pages={page.pages} />
    </>
  )
}
