import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** Direct sale: for whoever buys, and for the producer and the officer who answer. */
export const salePaths = {
  order: (pack: string) => at('/dat-mua', pack),
  track: (query?: Query) => withQuery('/don-hang', query),
  cancel: () => '/don-hang/huy',
  tellMe: () => '/don-hang/bao',
  confirmTell: () => '/don-hang/bao/ma',
  stopTell: () => '/don-hang/bao/thoi',
  desk: () => '/ban-hang',
  terms: () => '/ban-hang/thoi-han',
  change: (pack: string) => at('/ban-hang', pack, 'sua'),
  close: (pack: string) => at('/ban-hang', pack, 'thoi'),
  purchase: (id: string) => at('/don-ban', id),
  askHelp: (id: string) => at('/don-ban', id, 'nho-xa'),
}
