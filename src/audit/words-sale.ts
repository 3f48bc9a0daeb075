/** What the acts of direct sale are called in the book. */
export const saleFactWords: Readonly<Record<string, string>> = {
  'sale.pack-opened': 'Bán thẳng một quy cách',
  'sale.pack-changed': 'Đổi giá, số còn của quy cách',
  'sale.pack-closed': 'Thôi bán một quy cách',
  'sale.ordered': 'Đặt mua',
  'sale.answered': 'Trả lời, ghi bước của đơn đặt mua',
  'sale.help-asked': 'Chủ thể nhờ xã trả lời giúp đơn đặt mua',
  'sale.cancelled': 'Người mua hủy đơn',
  'sale.lapsed': 'Đơn đặt mua hết hạn trả lời',
  'sale.telling-asked': 'Người mua xin được báo các bước của đơn',
  'sale.telling-stopped': 'Người mua ngừng được báo',
  'sale.term-set': 'Đặt thời hạn của đơn đặt mua',
  'sale.contacts-forgotten': 'Xóa liên hệ của người mua',
}
