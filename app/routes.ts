import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** The map of the product: one line a page, French address -> module. */
export default [
  layout('portal/portal-layout.tsx', [
    index('portal/home.tsx'),
    route('annuaire', 'directory/national-directory.tsx'),
    route('connexion', 'identity/sign-in.tsx'),
    route('mentions-legales', 'portal/portal-text.tsx', { id: 'portal-legal' }),
    route('accessibilite', 'portal/portal-text.tsx', { id: 'portal-accessibility' }),
    route('confidentialite', 'portal/portal-text.tsx', { id: 'portal-privacy' }),
    route('glossaire', 'portal/glossary.tsx'),
    route('dev/ui', 'dev/ui/page.tsx'),
  ]),
  route('compte/deconnexion', 'identity/sign-out.tsx'),
  route('compte/langue', 'identity/choose-language.tsx'),
  route('reseaux.svg', 'portal/outlines.tsx'),
  route('sitemap.xml', 'portal/sitemap-index.tsx'),
  route('robots.txt', 'portal/robots.tsx', { id: 'portal-robots' }),
  ...prefix(':network', [
    route('sitemap.xml', 'portal/network-sitemap.tsx'),
    route('robots.txt', 'portal/robots.tsx', { id: 'network-robots' }),
    route('partage.png', 'portal/share-card.tsx'),
    layout('portal/network-layout.tsx', [
      index('portal/network-home.tsx'),
      route('annuaire', 'directory/network-directory.tsx'),
      route('annuaire/:slug', 'directory/organisation.tsx'),
      route('equipe', 'portal/network-text.tsx', { id: 'network-team' }),
      route('mentions-legales', 'portal/network-text.tsx', { id: 'network-legal' }),
      route('accessibilite', 'portal/network-text.tsx', { id: 'network-accessibility' }),
      route('confidentialite', 'portal/network-text.tsx', { id: 'network-privacy' }),
    ]),
    route('bureau', 'crm/desk-layout.tsx', [
      index('crm/desk-home.tsx'),
      route('communes', 'crm/communes.tsx'),
      route('site', 'portal/edit-site.tsx'),
      route('site/textes/:text', 'portal/edit-text.tsx'),
      route('structures', 'crm/organisations.tsx'),
      route('structures/nouvelle', 'crm/new-organisation.tsx'),
      route('structures/:id', 'crm/organisation.tsx'),
      route('structures/:id/modifier', 'crm/edit-organisation.tsx'),
    ]),
  ]),
  route('*', 'portal/not-found.tsx'),
] satisfies RouteConfig
