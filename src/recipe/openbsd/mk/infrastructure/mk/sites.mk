# The sites that many files lie on, under the names that ports use: MASTER_SITE_GNU and the like, and SITE_GNU in the
# modern spelling. Each ends in a slash, and they are tried in this order.

MASTER_SITE_OPENBSD ?= \
	http://ftp.openbsd.org/pub/OpenBSD/distfiles/ \
	ftp://ftp.usa.openbsd.org/pub/OpenBSD/distfiles/ \
	http://ftp.fr.openbsd.org/pub/OpenBSD/distfiles/
# Where what was once fetched for a port is kept.
MASTER_SITE_BACKUP ?= ${MASTER_SITE_OPENBSD:=${DIST_SUBDIR}/}

MASTER_SITE_GNU += \
	http://ftpmirror.gnu.org/ \
	https://ftp.gnu.org/gnu/ \
	http://ftp.funet.fi/pub/gnu/prep/ \
	ftp://ftp.gnu.org/gnu/ \
	ftp://ftp.cs.tu-berlin.de/pub/gnu/ \
	http://mirrors.dotsrc.org/gnu/ \
	http://ftp.kddilabs.jp/GNU/ \
	http://ftp.nluug.nl/pub/gnu/

MASTER_SITE_GCC += \
	http://ftp.nluug.nl/languages/gcc/ \
	ftp://gcc.gnu.org/pub/gcc/ \
	http://gd.tuwien.ac.at/gnu/gcc/ \
	http://gcc.igor.onlinedirect.bg/ \
	http://gcc.parentinginformed.com/ \
	http://gcc.skazkaforyou.com/ \
	ftp://ftp.irisa.fr/pub/mirrors/gcc.gnu.org/gcc/ \
	ftp://ftp.fu-berlin.de/unix/languages/gcc/ \
	ftp://ftp.gwdg.de/pub/misc/gcc/ \
	ftp://ftp.mpi-sb.mpg.de/pub/gnu/mirror/gcc.gnu.org/pub/gcc/ \
	http://gcc.cybermirror.org/ \
	ftp://ftp.ntua.gr/pub/gnu/gcc/ \
	http://robotlab.itk.ppke.hu/gcc/ \
	http://gcc.fyxm.net/ \
	http://www.mirrorservice.org/sites/sourceware.org/pub/gcc/ \
	http://gcc-uk.internet.bs/

MASTER_SITE_XORG += \
	http://ftp.x.org/pub/individual/ \
	http://ftp.gwdg.de/pub/x11/x.org/pub/individual/ \
	http://ftp.mirrorservice.org/sites/ftp.x.org/pub/individual/

MASTER_SITE_XCONTRIB += \
	http://ftp.gwdg.de/pub/x11/x.org/contrib/ \
	ftp://ftp.x.org/contrib/ \
	http://ftp.kddilabs.jp/X11/ftp.x.org/contrib/ \
	ftp://ftp.uvsq.fr/pub/X11/x.org/contrib/

MASTER_SITE_R5CONTRIB += ${MASTER_SITE_XCONTRIB:=../R5contrib/}

MASTER_SITE_SUNSITE += \
	http://www.ibiblio.org/pub/Linux/ \
	http://ftp.tuwien.ac.at/pub/linux/ibiblio/ \
	http://ftp.uniovi.es/pub/linux/ \
	http://ftp.lip6.fr/pub/linux/sunsite/ \
	http://ftp.man.poznan.pl/pub/linux/sunsite/ \
	http://ftp.kddilabs.jp/Linux/metalab.unc.edu/ \
	ftp://metalab.unc.edu/pub/Linux/ \
	ftp://ftp.cs.tu-berlin.de/pub/linux/Mirrors/sunsite.unc.edu/ \
	ftp://ftp.uvsq.fr/pub/linux/sunsite/ \
	ftp://ftp.nvg.ntnu.no/pub/mirrors/metalab.unc.edu/ \
	http://ftp.icm.edu.pl/vol/rzm1/linux-sunsite/ \
	ftp://ftp.cse.cuhk.edu.hk/pub/Linux/ \
	http://ftp.nluug.nl/metalab/

MASTER_SITE_SOURCEFORGE += http://downloads.sourceforge.net/sourceforge/

MASTER_SITE_SOURCEFORGE_JP += \
	http://osdn.dl.sourceforge.jp/ \
	http://downloads.sourceforge.jp/ \
	http://prdownloads.sourceforge.jp/

MASTER_SITE_GNOME += \
	http://ftp.acc.umu.se/pub/GNOME/ \
	http://ftp1.nluug.nl/windowing/gnome/ \
	http://ftp.belnet.be/ftp.gnome.org/ \
	http://ftp.df.lth.se/pub/gnome/ \
	http://ftp.gnome.org/pub/GNOME/ \
	ftp://ftp.cse.buffalo.edu/pub/Gnome/ \
	ftp://ftp.nara.wide.ad.jp/pub/X11/GNOME/ \
	http://mirrors.ustc.edu.cn/gnome \
	http://mirror.nbtelecom.com.br/gnome/

MASTER_SITE_PERL_CPAN += \
	http://www.cpan.org/CPAN/modules/by-module/ \
	http://mirror.sov.uk.goscomb.net/CPAN/modules/by-module/ \
	http://ftp.cpan.org/pub/CPAN/modules/by-module/ \
	http://backpan.perl.org/modules/by-module/ \
	ftp://ftp.cpan.org/pub/CPAN/modules/by-module/ \
	ftp://ftp.funet.fi/pub/languages/perl/CPAN/modules/by-module/ \
	http://www.dnsbalance.ring.gr.jp/archives/lang/perl/CPAN/modules/by-module/

MASTER_SITE_TEX_CTAN += \
	http://mirror.ctan.org/ \
	http://ftp.funet.fi/pub/TeX/CTAN/ \
	ftp://ctan.unsw.edu.au/tex-archive/ \
	ftp://ftp.cise.ufl.edu/pub/mirrors/tex-archive/ \
	ftp://ftp.tex.ac.uk/tex-archive/ \
	http://ftp.kddilabs.jp/CTAN/ \
	http://mirrors.dotsrc.org/ctan/ \
	http://ctan.tug.org/tex-archive/ \
	http://ftp.dante.de/tex-archive/ \
	ftp://ftp.uvsq.fr/pub/TeX/CTAN/ \
	http://www.ctan.org/pub/tex-archive/

MASTER_SITE_KDE += \
	http://kde.mirror.anlx.net/ \
	http://mirrors.dotsrc.org/kde/ \
	http://ftp.SURFnet.nl/windowing/kde/ \
	http://ftp.tuniv.szczecin.pl/pub/kde/ \
	http://ftp.kddilabs.jp/X11/kde/ \
	ftp://ftp.uvsq.fr/pub/X11/kde/ \
	http://ftp.funet.fi/pub/mirrors/ftp.kde.org/pub/kde/ \
	ftp://ftp.kde.org/pub/kde/ \
	ftp://ftp.fu-berlin.de/pub/unix/X11/gui/kde/

MASTER_SITE_SAVANNAH += \
	http://download.savannah.nongnu.org/releases/ \
	http://download-mirror.savannah.nongnu.org/releases/ \
	http://ftp.cc.uoc.gr/mirrors/nongnu.org/ \
	http://ftp.twaren.net/Unix/NonGNU/ \
	http://mirror.csclub.uwaterloo.ca/nongnu/ \
	http://mirrors.zerg.biz/nongnu/ \
	http://nongnu.askapache.com/ \
	http://savannah.c3sl.ufpr.br/ \
	ftp://savannah.c3sl.ufpr.br/savannah-nongnu/

MASTER_SITE_AFTERSTEP += \
	ftp://ftp.afterstep.org/ \
	http://ftp.kddilabs.jp/X11/AfterStep/

MASTER_SITE_WINDOWMAKER += http://www.windowmaker.org/pub/

MASTER_SITE_FREEBSD_LOCAL += http://distcache.FreeBSD.org/local-distfiles/

MASTER_SITE_PACKETSTORM += \
	http://dl.packetstormsecurity.net/ \
	http://packetstorm.foofus.com/ \
	http://packetstorm.sigterm.no/ \
	http://packetstorm.interhost.co.il/ \
	http://packetstorm.wowhacker.com/

MASTER_SITE_APACHE += \
	http://www.reverse.net/pub/apache/ \
	http://www.mirrorservice.org/sites/ftp.apache.org/ \
	http://archive.apache.org/dist/ \
	http://www.meisei-u.ac.jp/mirror/apache/dist/ \
	http://apache.belnet.be/ \
	ftp://ftp.uni-erlangen.de/pub/mirrors/apache/ \
	http://apache.mirror.aussiehq.net.au/ \
	http://apache.sunsite.ualberta.ca/ \
	http://www.apache.org/dist/

MASTER_SITE_PYPI += https://pypi.python.org/packages/source/

MASTER_SITE_RUBYGEMS += https://rubygems.org/downloads/

MASTER_SITE_ISC += \
	http://ftp.isc.org/isc/ \
	http://www.mirrorservice.org/sites/ftp.isc.org/isc/ \
	http://ftp.iij.ad.jp/pub/network/isc/ \
	ftp://ftp.isc.org/isc/ \
	ftp://ftp.arcane-networks.net/pub/mirrors/ftp.isc.org/isc/ \
	ftp://ftp.nominum.com/pub/isc/

MASTER_SITE_DEBIAN += \
	http://ftp.au.debian.org/debian/pool/ \
	http://ftp.de.debian.org/debian/pool/ \
	http://ftp.debian.org/debian/pool/ \
	http://ftp.fr.debian.org/debian/pool/ \
	http://ftp.nl.debian.org/debian/pool/ \
	http://ftp.uk.debian.org/debian/pool/ \
	http://ftp.us.debian.org/debian/pool/

MASTER_SITES_GNUPG += \
	https://www.gnupg.org/ftp/gcrypt/ \
	http://mirrors.dotsrc.org/gcrypt/ \
	ftp://ftp.gnupg.org/gcrypt/

# Their modern names, and where they are now.
SITE_CRATESIO ?= https://static.crates.io/crates/
SITE_HACKAGE ?= https://hackage.haskell.org/package/
SITE_PYPI ?= https://files.pythonhosted.org/packages/source/
.for _site in OPENBSD BACKUP \
	GNU GCC XORG XCONTRIB R5CONTRIB SUNSITE SOURCEFORGE SOURCEFORGE_JP GNOME PERL_CPAN TEX_CTAN KDE \
	SAVANNAH AFTERSTEP WINDOWMAKER FREEBSD_LOCAL PACKETSTORM APACHE RUBYGEMS NPM ISC DEBIAN
SITE_${_site} ?= ${MASTER_SITE_${_site}}
.endfor
