import type { Line } from './model.ts'

export const kitchen: readonly Line[] = [
  {
    trade: 'Mật ong',
    lands: ['highland', 'coast'],
    kinds: ['household', 'cooperative', 'group'],
    origin: 'Đàn ong đặt bên rừng và rẫy của {place}, quay mật khi bánh tổ đã vít nắp.',
    goods: [
      { name: 'Mật ong hoa cà phê', group: 4, drawing: 'mat-ong', packs: ['Chai 500 ml', 'Chai 1 lít'], summary: 'Mật mùa hoa cà phê, trong và thơm nhẹ.', story: 'Mười ngày hoa nở trắng đồi là mười ngày cả nhà ăn cơm ngoài trại ong.' },
      { name: 'Mật ong rừng', group: 4, drawing: 'mat-ong', packs: ['Chai 500 ml'], summary: 'Mật đa hoa, sẫm màu, hậu đắng nhẹ.', story: 'Người lấy mật chừa lại một phần ba tổ, vì mùa sau ong còn nhớ đường về.' },
      { name: 'Phấn hoa', group: 4, drawing: 'mat-ong', packs: ['Hũ 200 g'], summary: 'Phấn hoa sấy lạnh, hạt nguyên.', story: 'Mỗi viên phấn là một chuyến bay, một hũ là cả buổi sáng của đàn ong.' },
    ],
  },
  {
    trade: 'Gạo',
    lands: ['highland', 'coast'],
    kinds: ['cooperative', 'group', 'company'],
    origin: 'Ruộng của {place} mỗi năm hai vụ, nước dẫn từ đập, rơm trả lại đất.',
    goods: [
      { name: 'Gạo đỏ', group: 3, drawing: 'gao-nuong', packs: ['Túi 2 kg'], summary: 'Gạo đỏ xát dối, dẻo và bùi.', story: 'Giống lúa cũ tưởng đã mất, tìm lại được từ ba bó thóc treo gác bếp.' },
      { name: 'Gạo nếp than', group: 3, drawing: 'gao-nuong', packs: ['Túi 1 kg'], summary: 'Nếp than hạt tím, thơm khi nấu xôi.', story: 'Nếp chỉ gieo trên nương gần nhà, để ngày cúng lúa mới có hạt đầu mùa.' },
      { name: 'Bún gạo khô', group: 6, drawing: 'gao-nuong', packs: ['Gói 500 g'], summary: 'Bún khô từ gạo tấm mới, không hàn the.', story: 'Giàn phơi bún trắng cả triền sông là hình ảnh khách chụp nhiều nhất làng.' },
      { name: 'Bánh tráng nước dừa', group: 6, drawing: 'gao-nuong', packs: ['Bịch 10 cái'], summary: 'Bánh tráng dày, nhiều mè và nước cốt dừa.', story: 'Một cái bánh nướng bẻ bốn, bốn người ăn, nên gọi là bánh họp mặt.' },
    ],
  },
  {
    trade: 'Gia vị',
    lands: ['highland', 'coast'],
    kinds: ['company', 'household', 'cooperative'],
    origin: 'Nguyên liệu lấy từ vườn nhà và bà con {place}, phơi nắng, rang và đóng hũ trong ngày.',
    goods: [
      { name: 'Tiêu đen', group: 10, drawing: 'hu', packs: ['Hũ 200 g'], summary: 'Tiêu chín hái tay, phơi bạt sạch.', story: 'Trụ tiêu sống bằng cây keo khiến vườn mát hơn và ít bệnh hơn trụ bê tông.' },
      { name: 'Muối kiến vàng', group: 10, drawing: 'hu', packs: ['Hũ 100 g'], summary: 'Muối hột giã kiến vàng, chua thanh.', story: 'Món chấm của người đi rừng, chỉ cần một nhúm là thịt nướng có chuyện để kể.' },
      { name: 'Muối ớt xanh', group: 10, drawing: 'hu', packs: ['Chai 200 g'], summary: 'Ớt xiêm xanh xay với muối và lá chanh.', story: 'Cay trước, thơm sau, và luôn hết trước khi hết hải sản.' },
      { name: 'Tỏi đen', group: 10, drawing: 'toi-ly-son', packs: ['Hũ 250 g'], summary: 'Tỏi lên men bốn mươi lăm ngày, ngọt dẻo.', story: 'Căn phòng ủ tỏi ấm quanh năm, mèo nhà nào cũng tìm đến ngủ trước cửa.' },
      { name: 'Tỏi cô đơn', group: 10, drawing: 'toi-ly-son', packs: ['Túi 500 g'], summary: 'Tỏi một tép, cay dịu, thơm sâu.', story: 'Một sào tỏi chỉ được vài ký tép cô đơn, phải ngồi lựa cả tuần dưới mái hiên.' },
    ],
  },
  {
    trade: 'Thực phẩm',
    lands: ['highland', 'coast'],
    kinds: ['household', 'company', 'cooperative'],
    origin: 'Bếp nhỏ ở {place} dùng thịt của trại quen, làm trong ngày và ghi rõ giờ ra mẻ.',
    goods: [
      { name: 'Bò một nắng', group: 8, drawing: 'gio-may', packs: ['Túi 500 g'], summary: 'Bò bắp thái dày, phơi đúng một nắng.', story: 'Nắng phải gắt và gió phải khô, nên mùa mưa bếp nghỉ và không bán hàng cũ.' },
      { name: 'Heo gác bếp', group: 8, drawing: 'gio-may', packs: ['Túi 300 g'], summary: 'Thịt heo đen hun khói bếp củi.', story: 'Khói bếp nhà dài có mùi riêng, không lò điện nào làm giống được.' },
      { name: 'Chả ram tôm đất', group: 5, drawing: 'gao-nuong', packs: ['Hộp 20 cuốn'], summary: 'Cuốn sẵn, chiên là ăn được.', story: 'Tôm đất nhảy tanh tách lúc tờ mờ sáng là lúc cả xóm vào cuốn chả.' },
      { name: 'Cháo sen ăn liền', group: 5, drawing: 'hu', packs: ['Lốc 6 hộp'], summary: 'Cháo hạt sen gạo tẻ, chỉ thêm nước sôi.', story: 'Một cô giáo nghĩ ra cho học trò nội trú, nay có cả bệnh viện đặt.' },
      { name: 'Trứng gà thảo mộc', group: 2, drawing: 'mac-ca', packs: ['Vỉ 10 quả'], summary: 'Gà ăn ngô, rau và lá thuốc nam.', story: 'Vỏ trứng đóng dấu ngày đẻ, không phải ngày nhập kho.' },
    ],
  },
]
