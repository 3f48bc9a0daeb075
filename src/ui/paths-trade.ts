import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** Supply and demand in public; buyers, offers and connections at the desk. */
export const tradePaths = {
  list: (query?: Query) => withQuery('/cung-cau', query),
  outcomes: (query?: Query) => withQuery('/cung-cau/ket-qua', query),
  offer: (id: string, query?: Query) => withQuery(at('/cung-cau/nguon', id), query),
  withdrawOffer: (id: string) => at('/cung-cau/nguon', id, 'thoi-chao'),
  enquire: (id: string) => at('/cung-cau/nguon', id, 'hoi-hang'),
  demand: (id: string, query?: Query) => withQuery(at('/cung-cau/nhu-cau', id), query),
  closeDemand: (id: string) => at('/cung-cau/nhu-cau', id, 'dong'),
  channel: (id: string) => at('/cung-cau/kenh', id),
  offerBegin: (query?: Query) => withQuery('/nguon-cung/moi', query),
  buyers: (query?: Query) => withQuery('/ben-mua', query),
  buyerBegin: () => '/ben-mua/moi',
  buyer: (id: string) => at('/ben-mua', id),
  confirmBuyer: (id: string) => at('/ben-mua', id, 'xac-nhan'),
  buyerMember: (id: string) => at('/ben-mua', id, 'nguoi-lam-viec'),
  channelBegin: (id: string) => at('/ben-mua', id, 'kenh-moi'),
  demandBegin: (id: string) => at('/ben-mua', id, 'nhu-cau-moi'),
  mine: (query?: Query) => withQuery('/ket-noi', query),
  connection: (id: string) => at('/ket-noi', id),
  step: (id: string) => at('/ket-noi', id, 'buoc'),
  reply: (secret: string) => at('/tra-loi-ket-noi', secret),
  phone: () => '/dien-thoai-mau',
  inbound: () => '/api/v1/messages',
} as const
