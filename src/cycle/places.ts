import { paths } from '../ui/paths.ts'
import type { Help, HelpKind } from './model.ts'

type Product = Help['product']

// A dossier that is on its way has its page; without one the word of the help leads to where it begins.
const fileOf = (product: Product) =>
  product?.dossierId == null ? paths.dossier.list() : paths.dossier.file(product.dossierId)
const certificateOf = (product: Product) =>
  product?.certificate == null ? paths.recognition.runway() : paths.recognition.certificate(product.certificate)
const productOf = (product: Product) =>
  product === undefined ? paths.product.mine() : paths.product.file(product.productId)

/** Where each help is done by the producer, and by an officer who looks after it. */
const ownPlaces: Record<HelpKind, (producer: string, product: Product, year: number) => string> = {
  describe: () => paths.product.begin(),
  'mend-dossier': (_, product) => fileOf(product),
  'finish-dossier': (_, product) => fileOf(product),
  renew: (_, product) => certificateOf(product),
  regain: () => paths.dossier.begin(),
  papers: (producer) => paths.evidence.list({ 'chu-the': producer }),
  report: (producer, _, year) => paths.outcome.year(producer, year),
  'ask-volume': () => paths.outcome.mine(),
  'first-dossier': () => paths.dossier.begin(),
  raise: (_, product) => certificateOf(product),
  offer: (_, product) => paths.trade.offerBegin({ 'san-pham': product?.productId }),
  channel: () => paths.trade.list(),
  train: () => paths.training.list(),
  support: () => paths.support.mine(),
  chain: (producer) => paths.trade.chain(producer),
  export: () => paths.trade.ownExports(),
  gift: () => paths.trade.gifts(),
}

const officePlaces: typeof ownPlaces = {
  ...ownPlaces,
  describe: (producer) => paths.product.begin({ 'chu-the': producer }),
  regain: (_, product) => productOf(product),
  'first-dossier': (_, product) => productOf(product),
  'ask-volume': () => paths.outcome.owing({ xem: 'chua' }),
  offer: (_, product) => productOf(product),
  support: () => paths.support.policies(),
  export: () => paths.trade.exports(),
}

export function placeOfHelp({ kind, product, count = 0 }: Help, producer: string, own: boolean): string {
  return (own ? ownPlaces : officePlaces)[kind](producer, product, count)
}
