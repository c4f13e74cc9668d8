import { days } from '#packages/referentials/dates.ts'
import { type KindKey, kindLabel } from '#packages/referentials/kinds.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { bandLabel, projectFacetLabel, statusLabel } from '#server/projects/listing/facet-labels.ts'
import type { ProjectPage } from '#server/projects/listing/get-project-listing.server.ts'
import type { ListedAround } from '#server/projects/listing/project-item.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { nameOf } from '../shell.server.ts'
import { networkNames, pictureOf, projectLine, whereOf } from './panorama-view.server.ts'

export type ProjectView = ReturnType<typeof projectView>

/** A published project as its page tells it, in the reader's language; what is empty is left out. */
export function projectView(project: ProjectPage, network: KnownNetwork, locale: Locale) {
  const { t } = i18nFor(locale)
  const base = `/${network.slug}/projets`
  const day = days(locale, 'UTC', 'long')
  const on = (date: string | null) => (date ? day.format(new Date(date)) : null)
  const named = (facet: 'country' | 'sector' | 'sdg', values: (string | number)[]) =>
    values.map((value) => ({
      label: projectFacetLabel(facet, String(value), locale),
      href: `${base}?${facet}=${value}`,
    }))
  const word = (key: string) => t(`projects:page.${key}`)
  const period =
    project.startedOn && project.endedOn
      ? t('projects:page.fromTo', { from: on(project.startedOn), to: on(project.endedOn) })
      : project.startedOn
        ? t('projects:page.since', { from: on(project.startedOn) })
        : on(project.endedOn)
  const facts = [
    { label: word('where'), value: whereOf(project, locale) },
    { label: word('period'), value: period ?? '' },
    { label: word('status'), value: statusLabel(project.status, locale) },
    { label: word('budget'), value: project.budgetBand ? bandLabel(project.budgetBand, locale) : '' },
    { label: word('funders'), value: project.funders.join(', ') },
    {
      label: word('networks'),
      value: project.networks.length > 1 ? networkNames(project.networks).join(', ') : '',
    },
  ]
  return {
    title: project.title,
    summary: project.summary,
    network: nameOf(network),
    base,
    facts: facts.filter(({ value }) => value),
    countryOnly: project.countryOnly ? word('countryOnly') : null,
    paragraphs: paragraphs(project.body),
    results: paragraphs(project.results),
    pictures: project.pictures.map((picture) => ({
      ...pictureOf(project.network, picture),
      credit: picture.credit ? t('projects:page.credit', { credit: picture.credit }) : '',
    })),
    holders: project.holders.map((one) => organisation(one, locale)),
    unnamed: project.unnamed ? t('projects:page.unnamed', { count: project.unnamed }) : null,
    partnersHere: project.partnersHere.map((one) => organisation(one, locale)),
    partnersThere: project.partnersThere.map((one) => ({
      name: one.name ?? (one.kind ? kindLabel(one.kind as KindKey, locale) : word('partner')),
      what: [
        one.name && one.kind ? kindLabel(one.kind as KindKey, locale) : null,
        one.place,
        one.country && projectFacetLabel('country', one.country, locale),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    countries: named('country', project.countries),
    sectors: named('sector', project.sectors),
    sdgs: named('sdg', project.sdgs),
    near: project.near.map((one) => projectLine(one, locale)),
    alike: project.alike.map((one) => projectLine(one, locale)),
    updated: t('projects:page.updatedOn', { date: on(project.updatedAt) }),
    words: {
      back: t('projects:page.back', { network: nameOf(network) }),
      breadcrumb: word('breadcrumb'),
      holders: word('holders'),
      partnersHere: word('partnersHere'),
      partnersThere: word('partnersThere'),
      results: word('results'),
      sectors: word('sectors'),
      sdgs: word('sdgs'),
      near: word('near'),
      alike: word('alike'),
      noText: word('noText'),
      about: word('about'),
    },
  }
}

function organisation({ name, acronym, slug, kind, network }: ListedAround, locale: Locale) {
  return {
    name,
    acronym,
    href: `/${network}/annuaire/${slug}`,
    what: kindLabel(kind as KindKey, locale),
  }
}

const paragraphs = (text: string) => text.split(/\n{2,}/).filter(Boolean)
