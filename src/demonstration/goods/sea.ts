import type { Line } from './model.ts'

export const sea: readonly Line[] = [
  {
    trade: 'Nước mắm',
    lands: ['coast'],
    kinds: ['household', 'cooperative', 'company'],
    origin: 'Cá cơm của vùng biển {place} vào thùng gỗ trong ngày, ủ chượp mười hai tháng.',
    goods: [
      { name: 'Nước mắm nhĩ', group: 9, drawing: 'nuoc-mam', packs: ['Chai 500 ml', 'Chai 750 ml'], summary: 'Nước mắm nhĩ rút giọt đầu, cánh gián.', story: 'Nhà thùng mở nắp mỗi sáng cho nắng vào, đêm đậy lại cho sương, mười hai tháng không quên một ngày.' },
      { name: 'Nước mắm cá cơm', group: 9, drawing: 'nuoc-mam', packs: ['Chai 650 ml'], summary: 'Nước mắm truyền thống, mặn trước ngọt sau.', story: 'Người rời làng mang theo một chai, mở nắp ra là thấy mùi bến cũ.' },
      { name: 'Mắm ruốc', group: 10, drawing: 'hu', packs: ['Hũ 400 g'], summary: 'Ruốc tươi muối phơi, giã nhuyễn.', story: 'Mùa ruốc vào bờ chỉ vài tuần, cả bãi biển ửng hồng.' },
    ],
  },
  {
    trade: 'Hải sản',
    lands: ['coast'],
    kinds: ['household', 'cooperative', 'company'],
    origin: 'Tàu về bến {place} lúc ba giờ sáng, cá được rửa nước biển và phơi trước bảy giờ.',
    goods: [
      { name: 'Cá cơm sấy', group: 8, drawing: 'nuoc-mam', packs: ['Túi 250 g'], summary: 'Cá cơm than hấp rồi sấy, nguyên con.', story: 'Cá phải đi từ lưới lên giàn trong bốn giờ, nên bếp hấp nằm ngay trên bến.' },
      { name: 'Mực một nắng', group: 8, drawing: 'nuoc-mam', packs: ['Túi 500 g'], summary: 'Mực câu đêm, phơi một nắng, hút chân không.', story: 'Ánh đèn câu mực ngoài khơi nhìn từ bờ như một thành phố nổi.' },
      { name: 'Chả cá thu', group: 8, drawing: 'gao-nuong', packs: ['Gói 500 g'], summary: 'Chả cá quết tay, dai tự nhiên.', story: 'Quết đủ ba trăm chày thì thôi, không cần thứ gì khác để dai.' },
      { name: 'Rong nho', group: 8, drawing: 'tra-o-long', packs: ['Hộp 200 g'], summary: 'Rong nho tách nước, nở trong năm phút.', story: 'Ao rong nho dọn bằng tay, người nhặt rong ngồi thuyền thúng như đi hái nho dưới nước.' },
    ],
  },
  {
    trade: 'Yến sào',
    lands: ['coast'],
    kinds: ['company', 'household'],
    origin: 'Nhà yến của {place} thu tổ sau khi chim non rời tổ, ghi sổ từng phòng.',
    goods: [
      { name: 'Yến sào tinh chế', group: 4, drawing: 'hu', packs: ['Hộp 50 g'], summary: 'Tổ yến nhặt lông nước lạnh, sấy quạt.', story: 'Nhặt một tổ mất hai giờ, nên các cô ngồi nhặt vừa hát bài chòi cho khỏi mỏi mắt.' },
      { name: 'Nước yến đường phèn', group: 17, drawing: 'chai', packs: ['Lốc 6 hũ 70 ml'], summary: 'Yến chưng đường phèn, ít ngọt.', story: 'Hũ nhỏ vừa một bữa lỡ của người già, đó là lời dặn của bác sĩ trạm xá.' },
    ],
  },
  {
    trade: 'Muối biển',
    lands: ['coast'],
    kinds: ['cooperative', 'group', 'company'],
    origin: 'Ruộng muối trải bạt của {place} kết tinh dưới nắng gió tháng hai đến tháng tám.',
    goods: [
      { name: 'Muối hột phơi cát', group: 10, drawing: 'hu', packs: ['Túi 1 kg'], summary: 'Muối hột nắng dài, ít chát.', story: 'Muối để nguội ba tháng cho ráo chát rồi mới đóng túi, nóng vội là hỏng.' },
      { name: 'Muối tôm', group: 10, drawing: 'hu', packs: ['Hũ 120 g'], summary: 'Muối rang với tôm khô và ớt.', story: 'Sinh ra để chấm trái cây xanh, và để trẻ con tranh nhau ngồi cạnh.' },
      { name: 'Muối ngâm chân thảo dược', group: 19, drawing: 'hu', packs: ['Túi 500 g'], summary: 'Muối biển với gừng, sả, ngải cứu.', story: 'Người làm muối đứng nước mặn cả ngày, tối ngâm chân bằng chính muối của mình.' },
    ],
  },
]
