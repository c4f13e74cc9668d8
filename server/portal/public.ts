export { hostSite, type Site, siteOf } from './host/find-site.server.ts'
export { baseOf, configureOrigin, originOf, productOrigin } from './host/origin.server.ts'
export { objectIdOf } from './object-id.ts'
export { allAsSet, asSet, brandOf } from './setting/as-set.server.ts'
