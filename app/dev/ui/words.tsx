import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { Badge } from '../../ui/badge.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { Term } from '../../ui/term.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { Section } from './section.tsx'

const TONES = ['ok', 'wait', 'bad', 'info', 'member', 'neutral'] as const

export function Words() {
  const { t, i18n } = useTranslation('dev')
  const date = days(i18n.language as Locale, 'UTC', 'long')
  const moment = (key: string, at: string) => ({ key, at, on: date.format(new Date(at)) })
  const figure = (value: number) => t('ui:number', { value })
  return (
    <>
      <Section name="words">
        <p className="row">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone} label={t(`badge.${tone}`)} />
          ))}
        </p>
        <div className="figs">
          <StatTile
            value={figure(1325)}
            label={t('stat.organisations')}
            scope={t('stat.scope')}
            href="#tables"
          />
          <StatTile
            value={figure(93)}
            label={t('stat.members')}
            scope={t('stat.scope')}
            change={t('stat.change')}
            href="#charts"
          />
          <StatTile value={figure(61)} label={t('stat.supported')} scope={t('stat.double')} />
        </div>
        <p>
          {t('term')} <Term of="jsi" />, {t('term2')} <Term of="rrma" />, {t('term3')} <Term of="odd" />.
        </p>
      </Section>
      <Section name="story">
        <Timeline
          label={t('story.label')}
          moments={[
            { ...moment('jury', '2026-12-04'), title: t('story.one'), text: t('story.oneText'), ahead: true },
            {
              ...moment('support', '2026-11-12'),
              title: t('story.two'),
              text: t('story.twoText'),
              href: '#story',
            },
            { ...moment('dues', '2026-02-03'), title: t('story.three') },
            { ...moment('contact', '2019-05-20'), title: t('story.four') },
          ]}
        />
      </Section>
    </>
  )
}
