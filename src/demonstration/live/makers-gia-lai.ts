import type { LiveMaker } from './model.ts'

const nuts = { group: 7, drawing: 'mac-ca' } as const
const coffee = { group: 13, drawing: 'ca-phe' } as const

export const giaLaiMakers: readonly LiveMaker[] = [
  {
    key: 'gio-cao',
    name: 'Công ty TNHH Mắc ca Gió Cao',
    kind: 'company',
    commune: '23794',
    owner: 'mau.chu-the-gia-lai',
    capacity: 'owner',
    history: 'Một nhóm kỹ sư trẻ về quê trồng mắc ca xen cà phê năm 2016. Công ty mua hạt của một trăm hai mươi hộ có hợp đồng.',
    products: [
      { key: 'mac-ca-say', ...nuts, name: 'Mắc ca sấy nứt vỏ Gió Cao', packs: ['Hũ 500 g'], summary: 'Giòn bùi, kèm khui.', story: 'Năm đầu phải đập vỏ bằng búa trên thớt đá. Giờ mỗi ngày nứt được sáu trăm cân.', dossier: { reach: 'advised', daysAgo: 47, aim: { points: 84, stars: 4 } } },
      { key: 'nhan-mac-ca', ...nuts, name: 'Nhân mắc ca Gió Cao', packs: ['Hũ 300 g'], summary: 'Nhân nguyên, sấy chậm.', story: 'Nhân vỡ làm bơ hạt, vỏ đốt lò sấy. Không phần nào bị bỏ.', dossier: { reach: 'advised', daysAgo: 96, aim: { points: 74, stars: 4 } } },
      { key: 'dau-mac-ca', group: 19, drawing: 'chai', name: 'Dầu dưỡng tóc mắc ca Gió Cao', packs: ['Chai 100 ml'], summary: 'Dầu mắc ca ép lạnh và lá hương nhu.', story: 'Ba cân nhân mới được một lít dầu. Mỗi chai có số viết tay.', dossier: { reach: 'advised', daysAgo: 98, aim: { points: 87, stars: 5 } } },
      { key: 'mac-ca-mat-ong', ...nuts, name: 'Mắc ca mật ong Gió Cao', packs: ['Hũ 200 g'], summary: 'Nhân áo mật ong rừng.', story: 'Mật của chính đàn ong đặt trong vườn. Ong thụ phấn cho cây, cây nuôi lại ong.', dossier: { reach: 'filed', daysAgo: 19, aim: { points: 76, stars: 4 } } },
      { key: 'sua-hat', group: 17, drawing: 'chai', name: 'Sữa hạt mắc ca Gió Cao', packs: ['Chai 200 ml'], summary: 'Sữa hạt không đường.', story: 'Phiên bản thứ mười một mới không lắng. Nhà trẻ trong xã là nơi nếm thử đầu tiên.', dossier: { reach: 'draft', daysAgo: 4, aim: { points: 61, stars: 3 } } },
      { key: 'bo-mac-ca', ...nuts, drawing: 'hu', name: 'Bơ mắc ca Gió Cao', packs: ['Hũ 180 g'], summary: 'Bơ hạt xay đá.', story: 'Cối đá quay chậm để bơ không nóng. Một mẻ mất chín giờ.', certificate: { stars: 3, daysLeft: -24 }, dossier: { reach: 'received-by-province', daysAgo: 60, aim: { points: 72, stars: 3 } } },
      { key: 'ca-phe-gio', ...coffee, name: 'Cà phê bột Gió Cao', packs: ['Túi 500 g'], summary: 'Robusta trồng dưới bóng mắc ca.', story: 'Bóng cây giữ ẩm nên hạt chín chậm hơn ba tuần. Vị vì thế dịu đi.', dossier: { reach: 'advised', daysAgo: 97, aim: { points: 71, stars: 4 } } },
      { key: 'ca-phe-hat-gio', ...coffee, name: 'Cà phê hạt Gió Cao', packs: ['Túi 1 kg'], summary: 'Hạt rang vừa cho máy pha.', story: 'Quán trong phố đặt hàng tháng. Công ty đổi bao thu hồi để đỡ rác.', dossier: { reach: 'advised', daysAgo: 95, aim: { points: 73, stars: 4 } } },
      { key: 'keo-mac-ca', ...nuts, name: 'Kẹo mắc ca Gió Cao', packs: ['Hộp 150 g'], summary: 'Kẹo giòn, chưa có hồ sơ.', story: 'Hàng theo mùa Tết. Chưa có hồ sơ đánh giá.' },
    ],
  },
  {
    key: 'ben-dua',
    name: 'Hợp tác xã Bến Dừa',
    kind: 'cooperative',
    commune: '21640',
    owner: 'mau.duoc-uy-quyen',
    capacity: 'delegate',
    history: 'Hai mươi bảy hộ tráng bánh và ép dầu dừa bên sông. Hợp tác xã có chung lò, chung xe và chung một cuốn sổ.',
    products: [
      { key: 'banh-trang', group: 6, drawing: 'gao-nuong', name: 'Bánh tráng nước dừa Bến Dừa', packs: ['Bịch 10 cái'], summary: 'Bánh dày, nhiều mè và nước cốt.', story: 'Một cái bánh nướng bẻ bốn, bốn người ăn. Vì thế gọi là bánh họp mặt.', dossier: { reach: 'advised', daysAgo: 45, aim: { points: 78, stars: 4 } } },
      { key: 'bun-gao', group: 6, drawing: 'gao-nuong', name: 'Bún gạo khô Bến Dừa', packs: ['Gói 500 g'], summary: 'Bún gạo tấm mới.', story: 'Giàn phơi trắng cả triền sông. Khách chụp ảnh nhiều hơn mua bún, nhưng rồi cũng mua.', dossier: { reach: 'commune-reported', daysAgo: 16, aim: { points: 66, stars: 3 } } },
      { key: 'dau-dua', group: 7, drawing: 'chai', name: 'Dầu dừa ép lạnh Bến Dừa', packs: ['Chai 300 ml'], summary: 'Ép lạnh trong ngày.', story: 'Dừa khô rụng được trẻ con nhặt về bán từng quả. Tiền ấy là tiền bút vở.', dossier: { reach: 'advised', daysAgo: 99, aim: { points: 68, stars: 3 } } },
      { key: 'tham-xo-dua', group: 21, drawing: 'gio-may', name: 'Thảm xơ dừa Bến Dừa', packs: ['Tấm 40 × 60 cm'], summary: 'Thảm chùi chân xơ dừa.', story: 'Xơ thừa của lò dầu được chải và dệt. Mỗi tấm mất một buổi chiều.', dossier: { reach: 'site-visit', daysAgo: 33, aim: { points: 70, stars: 3 } } },
      { key: 'tranh-xo-dua', group: 21, drawing: 'gio-may', name: 'Tranh xơ dừa Bến Dừa', packs: ['Bức 30 × 40 cm'], summary: 'Tranh ghép xơ dừa nhuộm màu lá.', story: 'Người ghép tranh từng đan thúng chai cả đời. Nan nào cũng nằm đúng chiều gió.', dossier: { reach: 'advised', daysAgo: 100, aim: { points: 88, stars: 5 } } },
      { key: 'mut-dua', group: 7, drawing: 'hu', name: 'Mứt dừa non Bến Dừa', packs: ['Hộp 250 g'], summary: 'Mứt dừa non, ít ngọt.', story: 'Chỉ làm tháng chạp trước đây, nay làm quanh năm. Màu lấy từ lá cẩm và củ dền.', dossier: { reach: 'advised', daysAgo: 94, aim: { points: 71, stars: 4 } } },
    ],
  },
]
