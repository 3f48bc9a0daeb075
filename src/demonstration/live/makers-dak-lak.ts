import type { LiveMaker } from './model.ts'

const coffee = { group: 13, drawing: 'ca-phe' } as const

export const dakLakMakers: readonly LiveMaker[] = [
  {
    key: 'dau-buon',
    name: 'Hợp tác xã Cà phê Sương Đầu Buôn',
    kind: 'cooperative',
    commune: '24280',
    owner: 'mau.chu-the-ca-phe',
    capacity: 'owner',
    history: 'Mười hai hộ góp vườn năm 2017 để cùng hái chín và cùng rang. Nay có bốn mươi sáu hộ, một nhà kính phơi và một xưởng rang nhỏ.',
    products: [
      { key: 'ca-phe-bot', ...coffee, name: 'Cà phê bột Sương Đầu Buôn', packs: ['Túi 250 g', 'Túi 500 g'], summary: 'Robusta rang mộc, xay vừa, hậu ngọt.', story: 'Mỗi túi ghi tên hộ trồng và ngày hái. Người uống có thể gọi về hỏi chuyện vườn, và nhiều người đã gọi thật.', certificate: { stars: 4, daysLeft: 96 }, dossier: { reach: 'under-advice', daysAgo: 34, aim: { points: 84, stars: 4 } } },
      { key: 'ca-phe-hat', ...coffee, name: 'Cà phê hạt rang mộc Sương Đầu Buôn', packs: ['Túi 500 g'], summary: 'Hạt chín đỏ, rang vừa, không tẩm.', story: 'Bà con hái từng quả chín, chậm gấp đôi nhưng bán được giá hơn ba phần. Mẻ rang nào cũng nếm thử trước khi đóng túi.', dossier: { reach: 'advised', daysAgo: 38, aim: { points: 82, stars: 4 } } },
      { key: 'phin-giay', ...coffee, name: 'Cà phê phin giấy Sương Đầu Buôn', packs: ['Hộp 10 gói'], summary: 'Phin giấy pha trong ba phút.', story: 'Sinh ra sau một chuyến đi rừng dài thiếu cà phê. Giấy lọc không tẩy trắng, vỏ gói ủ được thành phân.', dossier: { reach: 'advised', daysAgo: 44, aim: { points: 77, stars: 4 } } },
      { key: 'mat-ong-ca-phe', group: 4, drawing: 'mat-ong', name: 'Mật ong hoa cà phê Sương Đầu Buôn', packs: ['Chai 500 ml'], summary: 'Mật mùa hoa cà phê, trong và thơm nhẹ.', story: 'Mười ngày hoa nở trắng đồi là mười ngày cả nhà ăn cơm ngoài trại ong. Mỗi chai ghi số tổ và tuần quay mật.', dossier: { reach: 'advised', daysAgo: 96, aim: { points: 93, stars: 5 } } },
      { key: 'tui-loc', ...coffee, name: 'Cà phê túi lọc Sương Đầu Buôn', packs: ['Hộp 20 túi'], summary: 'Nhúng như trà, đậm như cà phê.', story: 'Làm cho các anh lái xe đường dài. Mỗi túi vừa một ly giấy nước sôi.', dossier: { reach: 'advised', daysAgo: 98, aim: { points: 73, stars: 4 } } },
      { key: 'moka', ...coffee, name: 'Cà phê moka Sương Đầu Buôn', packs: ['Túi 250 g'], summary: 'Arabica nương cao, chua sáng.', story: 'Vài chục gốc moka còn lại của vườn cũ được chiết ra thành hai sào. Sản lượng ít nên chỉ bán vào mùa khô.', dossier: { reach: 'advised', daysAgo: 97, aim: { points: 71, stars: 4 } } },
      { key: 'tra-vo', group: 12, drawing: 'atiso-do', name: 'Trà vỏ cà phê Sương Đầu Buôn', packs: ['Hộp 100 g'], summary: 'Vỏ quả chín sấy lạnh.', story: 'Phần vỏ từng bỏ đi nay thành thức uống. Vị như mận, uống lạnh hay nóng đều được.', dossier: { reach: 'draft', daysAgo: 9, aim: { points: 58, stars: 3 } } },
      { key: 'u-lanh', group: 17, drawing: 'chai', name: 'Cà phê ủ lạnh Sương Đầu Buôn', packs: ['Chai 250 ml'], summary: 'Ủ lạnh mười sáu giờ, đóng chai.', story: 'Bắt đầu từ bình ủ của tiệm nhỏ trước cổng xưởng. Học sinh mua nhiều hơn khách du lịch.', dossier: { reach: 'returned', daysAgo: 12, aim: { points: 66, stars: 3 } } },
      { key: 'banh-ca-phe', group: 6, drawing: 'gao-nuong', name: 'Bánh quy cà phê Sương Đầu Buôn', packs: ['Hộp 200 g'], summary: 'Bánh quy bột gạo vị cà phê.', story: 'Làm thử cho ngày hội buôn. Chưa có hồ sơ, nhưng khách hỏi mua mỗi tuần.' },
      { key: 'xa-phong-ca-phe', group: 19, drawing: 'mac-ca', name: 'Xà phòng bã cà phê Sương Đầu Buôn', packs: ['Bánh 100 g'], summary: 'Xà phòng bã cà phê, dầu dừa.', story: 'Bã pha trong ngày được gom về trộn khuôn. Đang chờ phiếu kiểm nghiệm.' },
    ],
  },
  {
    key: 'nang-krong',
    name: 'Trang trại Nắng Krông',
    kind: 'farm',
    commune: '24490',
    owner: 'mau.duoc-uy-quyen',
    capacity: 'delegate',
    history: 'Trang trại tám héc ta sầu riêng, mít và chuối trồng xen. Hai vợ chồng chủ vườn ghi nhật ký từng gốc cây từ năm 2015.',
    products: [
      { key: 'sau-rieng', group: 1, drawing: 'xoai-say', name: 'Sầu riêng Nắng Krông', packs: ['Thùng 5 quả'], summary: 'Cơm vàng hạt lép, hái già.', story: 'Mỗi quả đeo thẻ có mã gốc cây. Ăn chưa ngon thì gọi đúng chủ vườn mà góp ý.', dossier: { reach: 'filed', daysAgo: 29, aim: { points: 74, stars: 4 } } },
      { key: 'sau-rieng-say', group: 7, drawing: 'xoai-say', name: 'Sầu riêng sấy thăng hoa Nắng Krông', packs: ['Hộp 100 g'], summary: 'Sấy thăng hoa, giòn tan.', story: 'Múi rụng khỏi vỏ trong lúc vận chuyển từng phải bán rẻ. Nay đó là phần đắt nhất của vườn.', dossier: { reach: 'advised', daysAgo: 40, aim: { points: 79, stars: 4 } } },
      { key: 'mit-say', group: 7, drawing: 'xoai-say', name: 'Mít sấy giòn Nắng Krông', packs: ['Túi 150 g'], summary: 'Mít nghệ sấy chân không.', story: 'Vỏ và xơ nuôi bò, hạt nuôi heo. Vườn không còn rác để đổ.', dossier: { reach: 'advised', daysAgo: 95, aim: { points: 91, stars: 5 } } },
      { key: 'chuoi-say', group: 7, drawing: 'xoai-say', name: 'Chuối sấy dẻo Nắng Krông', packs: ['Túi 200 g'], summary: 'Chuối sứ sấy dẻo, không đường.', story: 'Chuối trồng che bóng cho sầu riêng non. Khi cây lớn, chuối lùi dần ra bờ suối.', dossier: { reach: 'advised', daysAgo: 99, aim: { points: 71, stars: 4 } } },
      { key: 'xoai-say', group: 7, drawing: 'xoai-say', name: 'Xoài sấy dẻo Nắng Krông', packs: ['Túi 100 g'], summary: 'Xoài cát sấy dẻo.', story: 'Mùa rộ giá rẻ từng làm bà con chặt vườn. Máy sấy đầu tiên giữ lại ba trăm gốc.', dossier: { reach: 'advised', daysAgo: 94, aim: { points: 68, stars: 3 } } },
      { key: 'mut-vo', group: 7, drawing: 'hu', name: 'Mứt vỏ sầu riêng Nắng Krông', packs: ['Hũ 250 g'], summary: 'Cùi trắng nấu mứt, thử nghiệm.', story: 'Thử làm từ phần cùi trắng. Hội đồng góp ý nhiều, trang trại đang làm lại công thức.', dossier: { reach: 'advised', daysAgo: 93, aim: { points: 44, stars: 3 } } },
    ],
  },
  {
    key: 'ganh-bien',
    name: 'Hộ kinh doanh Nước mắm Bến Gành',
    kind: 'household',
    commune: '22120',
    owner: 'mau.duoc-uy-quyen',
    capacity: 'delegate',
    history: 'Ba đời làm nhà thùng ven gành đá. Mười hai thùng bời lời đóng từ thời ông nội vẫn dùng.',
    products: [
      { key: 'mam-nhi', group: 9, drawing: 'nuoc-mam', name: 'Nước mắm nhĩ Bến Gành', packs: ['Chai 500 ml'], summary: 'Ủ chượp mười hai tháng, rút giọt đầu.', story: 'Nhà thùng mở nắp mỗi sáng cho nắng vào, đêm đậy lại cho sương. Mười hai tháng không quên một ngày.', dossier: { reach: 'advised', daysAgo: 42, aim: { points: 81, stars: 4 } } },
      { key: 'mam-ruoc', group: 10, drawing: 'hu', name: 'Mắm ruốc Bến Gành', packs: ['Hũ 400 g'], summary: 'Ruốc tươi muối phơi.', story: 'Mùa ruốc chỉ vài tuần. Hồ sơ nộp vội đã dùng nhầm phiếu kiểm nghiệm của lô khác.', dossier: { reach: 'disqualified', daysAgo: 52, aim: { points: 60, stars: 3 } } },
      { key: 'ca-com', group: 8, drawing: 'nuoc-mam', name: 'Cá cơm sấy Bến Gành', packs: ['Túi 250 g'], summary: 'Cá cơm than hấp rồi sấy.', story: 'Cá đi từ lưới lên giàn trong bốn giờ. Bếp hấp nằm ngay trên bến.', dossier: { reach: 'lab-test', daysAgo: 31, aim: { points: 72, stars: 4 } } },
      { key: 'muoi-hot', group: 10, drawing: 'hu', name: 'Muối hột Bến Gành', packs: ['Túi 1 kg'], summary: 'Muối hột nắng dài.', story: 'Để nguội ba tháng cho ráo chát mới đóng túi. Nóng vội là hỏng.', dossier: { reach: 'advised', daysAgo: 36, aim: { points: 63, stars: 3 } } },
      { key: 'cha-ca', group: 8, drawing: 'gao-nuong', name: 'Chả cá thu Bến Gành', packs: ['Gói 500 g'], summary: 'Quết tay, dai tự nhiên.', story: 'Quết đủ ba trăm chày thì thôi. Không cần thứ gì khác để dai.', dossier: { reach: 'advised', daysAgo: 92, aim: { points: 46, stars: 3 } } },
    ],
  },
]
