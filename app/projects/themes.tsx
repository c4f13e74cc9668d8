import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { projects } from '#server/projects/permissions.ts'
import { COUNTED } from '#server/projects/project/find-projects.schema.ts'
import { authorityThemes } from '#server/projects/themes/authority-themes.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { EmptyList } from '../ui/list-states.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'

/** What local authorities do, and where: each figure opens the projects that make it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:read'])
  const found = await answering(args, () => authorityThemes(ctx))
  const { locale } = ctx
  const number = new Intl.NumberFormat(locale)
  const list = `/${ctx.network.slug}/bureau/projets`
  const asked = (more: Record<string, string>) =>
    `${list}?${new URLSearchParams({ collectivites: 'oui', statut: COUNTED, ...more })}`
  const sectors = SECTORS.filter(({ key }) => found.sectors.some(({ sector }) => sector === key)).map(
    (sector) => ({
      key: sector.key as string,
      label: sector.short[locale],
      long: sector[locale],
      href: asked({ secteur: sector.key }),
      value: number.format(found.sectors.find((one) => one.sector === sector.key)!.projects),
    }),
  )
  const countries = [...found.countries].sort((a, b) => b.projects - a.projects)
  return {
    list,
    all: asked({}),
    total: found.projects,
    authorities: found.authorities,
    sectors,
    rows: countries.map(({ country, projects: count, authorities }) => ({
      country,
      label: countryName(country, locale),
      href: asked({ pays: country }),
      value: number.format(count),
      authorities: number.format(authorities),
      /** Each authority's projects together. */
      byAuthority: asked({ pays: country, tri: 'holder' }),
      cells: sectors.map(({ key }) => {
        const cell = found.cells.find((one) => one.country === country && one.sector === key)
        return {
          key,
          value: cell ? number.format(cell.projects) : '',
          href: asked({ pays: country, secteur: key }),
        }
      }),
    })),
    title: i18nFor(locale).t('projects:themes.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Themes() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('projects')
  return (
    <>
      <nav className="small" aria-label={t('page.breadcrumb')}>
        <Link to={page.list}>{t('list')}</Link>
      </nav>
      <h1>{t('themes.title')}</h1>
      <VisibleBy who="team" />
      {page.total === 0 ? (
        <EmptyList text={t('themes.none')} />
      ) : (
        <>
          <p className="lead">
            {t('themes.lead', { projects: page.total, count: page.authorities })}{' '}
            <Link to={page.all}>{t('themes.open')}</Link>
          </p>
          <p className="small muted">{t('themes.many')}</p>
          <Crossing page={page} />
        </>
      )}
    </>
  )
}

type Page = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'sectors' | 'rows'>

function Crossing({ page }: { page: Page }) {
  const { t } = useTranslation('projects')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the screen, it is scrolled with the keyboard too
    <section className="crossing" tabIndex={0} aria-label={t('themes.title')}>
      <table>
        <caption className="sr-only">{t('themes.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.countries')}</th>
            {page.sectors.map(({ key, label, long }) => (
              <th key={key} scope="col" title={long}>
                {label}
              </th>
            ))}
            <th scope="col">{t('themes.projects')}</th>
            <th scope="col">{t('themes.authorities')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.country}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell) => (
                <td key={cell.key} className="n">
                  {cell.value ? <Link to={cell.href}>{cell.value}</Link> : null}
                </td>
              ))}
              <td className="n">
                <Link to={row.href}>{row.value}</Link>
              </td>
              <td className="n">
                <Link to={row.byAuthority}>{row.authorities}</Link>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('themes.projects')}</th>
            {page.sectors.map(({ key, value, href }) => (
              <td key={key} className="n">
                <Link to={href}>{value}</Link>
              </td>
            ))}
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
