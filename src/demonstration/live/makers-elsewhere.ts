import type { LiveMaker } from './model.ts'

export const otherMakers: readonly LiveMaker[] = [
  {
    key: 'may-mang-den',
    name: 'Hợp tác xã Dược liệu Mây Ngàn Thông',
    kind: 'cooperative',
    commune: '23473',
    owner: 'mau.chu-the-mang-den',
    capacity: 'owner',
    history: 'Mười chín hộ trồng sâm dây và đương quy dưới tán thông. Mỗi hộ nhận giữ một khoảnh rừng.',
    products: [
      { key: 'sam-day', group: 20, drawing: 'gio-may', name: 'Sâm dây sấy Mây Ngàn Thông', packs: ['Hộp 500 g'], summary: 'Sâm ba năm tuổi, sấy khô.', story: 'Cây sâm khiến người ta giữ rừng kỹ hơn giữ rẫy. Củ non không bao giờ được đào.', dossier: { reach: 'filed', daysAgo: 20, aim: { points: 78, stars: 4 } } },
      { key: 'ngu-vi-tu', group: 12, drawing: 'atiso-do', name: 'Trà ngũ vị tử Mây Ngàn Thông', packs: ['Hộp 20 túi'], summary: 'Quả ngũ vị tử sấy, chua ngọt.', story: 'Dây leo tìm được sau ba ngày đi rừng với già làng. Nay đã nhân giống được ở vườn.', dossier: { reach: 'commune-reported', daysAgo: 14, aim: { points: 69, stars: 3 } } },
      { key: 'ruou-sim', group: 15, drawing: 'chai', name: 'Rượu sim Mây Ngàn Thông', packs: ['Chai 500 ml'], summary: 'Sim rừng lên men tự nhiên.', story: 'Tháng sáu đồi tím, cả làng đi hái. Về nhà lưỡi ai cũng tím.', dossier: { reach: 'completed', daysAgo: 17, aim: { points: 67, stars: 3 } } },
      { key: 'duong-quy', group: 18, drawing: 'hu', name: 'Cao đương quy Mây Ngàn Thông', packs: ['Hũ 150 g'], summary: 'Rễ đương quy nấu cao.', story: 'Nồi cao đỏ lửa ba ngày đêm. Cả xóm thay phiên nhau canh.', dossier: { reach: 'returned', daysAgo: 10, aim: { points: 65, stars: 3 } } },
      { key: 'du-lich-thong', group: 26, drawing: 'du-lich', name: 'Du lịch cộng đồng Mây Ngàn Thông', packs: ['Gói 2 ngày 1 đêm'], summary: 'Ở nhà sàn, học hái thuốc.', story: 'Khách được phát ủng và gùi. Muốn hiểu làng thì phải vào rừng.', dossier: { reach: 'received-by-province', daysAgo: 22, aim: { points: 72, stars: 4 } } },
      { key: 'mat-ong-thong', group: 4, drawing: 'mat-ong', name: 'Mật ong rừng thông Mây Ngàn', packs: ['Chai 500 ml'], summary: 'Mật đa hoa, sẫm màu.', story: 'Người lấy mật chừa lại một phần ba tổ. Mùa sau ong còn nhớ đường về.', dossier: { reach: 'draft', daysAgo: 2, aim: { points: 55, stars: 3 } } },
    ],
  },
  {
    key: 'gio-dao',
    name: 'Tổ hợp tác Tỏi Gió Đảo',
    kind: 'group',
    commune: '21548',
    owner: 'mau.duoc-uy-quyen',
    capacity: 'delegate',
    history: 'Mười một hộ trồng tỏi trên đất núi lửa và cát biển. Mỗi vụ thay một lớp cát mới.',
    products: [
      { key: 'toi-co-don', group: 10, drawing: 'toi-ly-son', name: 'Tỏi cô đơn Gió Đảo', packs: ['Túi 500 g'], summary: 'Một tép, cay dịu.', story: 'Một sào chỉ được vài cân tép cô đơn. Lựa cả tuần dưới mái hiên mới đủ một thùng.', dossier: { reach: 'completion-asked', daysAgo: 21, aim: { points: 80, stars: 4 } } },
      { key: 'toi-den', group: 10, drawing: 'toi-ly-son', name: 'Tỏi đen Gió Đảo', packs: ['Hũ 250 g'], summary: 'Lên men bốn mươi lăm ngày.', story: 'Phòng ủ ấm quanh năm. Mèo nhà nào cũng đến ngủ trước cửa.', dossier: { reach: 'completed-for-province', daysAgo: 26, aim: { points: 75, stars: 4 } } },
      { key: 'rong-bien', group: 7, drawing: 'tra-o-long', name: 'Rong biển khô Gió Đảo', packs: ['Túi 200 g'], summary: 'Rong phơi một nắng.', story: 'Tổ rút hồ sơ để đăng ký lại cùng quy cách mới. Bao bì cũ còn in nhầm khối lượng.', dossier: { reach: 'withdrawn', daysAgo: 30, aim: { points: 57, stars: 3 } } },
      { key: 'hanh-tim', group: 1, drawing: 'toi-ly-son', name: 'Hành tím Gió Đảo', packs: ['Túi lưới 1 kg'], summary: 'Hành tím củ nhỏ, thơm.', story: 'Trồng nối vụ sau tỏi để đất nghỉ. Củ nhỏ nhưng phi lên thơm cả xóm.', dossier: { reach: 'filed', daysAgo: 3, aim: { points: 62, stars: 3 } } },
    ],
  },
  {
    key: 'nang-phan',
    name: 'Công ty TNHH Nhà thùng Nắng Bến Phan',
    kind: 'company',
    commune: '22945',
    owner: 'mau.chu-the-bien',
    capacity: 'owner',
    history: 'Nhà thùng mở từ năm 1988, nay có bốn mươi thùng gỗ và một phòng kể chuyện nghề cho học sinh.',
    products: [
      { key: 'mam-nam-sao', group: 9, drawing: 'nuoc-mam', name: 'Nước mắm nhĩ Nắng Bến Phan', packs: ['Chai 500 ml', 'Chai 750 ml'], summary: 'Giọt đầu, ba mươi lăm độ đạm.', story: 'Thùng số một chưa bao giờ cạn từ ngày mở nhà. Mỗi mẻ mới đều được mồi bằng nước của thùng ấy.', dossier: { reach: 'advised', daysAgo: 120, aim: { points: 94, stars: 5 } } },
      { key: 'mam-ca-com', group: 9, drawing: 'nuoc-mam', name: 'Nước mắm cá cơm Nắng Bến Phan', packs: ['Chai 650 ml'], summary: 'Mặn trước, ngọt sau.', story: 'Người rời làng mang theo một chai. Mở nắp ra là thấy mùi bến cũ.', dossier: { reach: 'advised', daysAgo: 80, aim: { points: 79, stars: 4 } } },
      { key: 'muc-nang', group: 8, drawing: 'nuoc-mam', name: 'Mực một nắng Bến Phan', packs: ['Túi 500 g'], summary: 'Mực câu đêm, một nắng.', story: 'Ánh đèn câu ngoài khơi như thành phố nổi. Sáng ra thành phố ấy về bến.', dossier: { reach: 'received-by-province', daysAgo: 18, aim: { points: 71, stars: 4 } } },
      { key: 'thanh-long-say', group: 7, drawing: 'xoai-say', name: 'Thanh long sấy dẻo Nắng Bến Phan', packs: ['Túi 150 g'], summary: 'Ruột đỏ sấy dẻo.', story: 'Quả lệch vai không lên được thùng xuất khẩu. Sấy lên thì quả nào cũng đẹp.', dossier: { reach: 'under-advice', daysAgo: 27, aim: { points: 68, stars: 3 } } },
      { key: 'muoi-tom', group: 10, drawing: 'hu', name: 'Muối tôm Nắng Bến Phan', packs: ['Hũ 120 g'], summary: 'Muối rang tôm khô và ớt.', story: 'Sinh ra để chấm trái cây xanh. Trẻ con tranh nhau ngồi cạnh.', dossier: { reach: 'filed', daysAgo: 30, aim: { points: 60, stars: 3 } } },
      { key: 'ca-thu', group: 8, drawing: 'nuoc-mam', name: 'Cá thu một nắng Bến Phan', packs: ['Túi 500 g'], summary: 'Cá thu phơi một nắng.', story: 'Đang tạm dừng dùng dấu sao để sửa nhãn. Hàng cũ đã thu về kho.', certificate: { stars: 3, daysLeft: 420, suspendedBecause: 'Nhãn ghi sai khối lượng tịnh, chờ khắc phục theo biên bản kiểm tra mẫu' } },
    ],
  },
]
