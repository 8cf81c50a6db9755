"""x"""
from tests.demo_site import demo_site as demo_site
def test_it(demo_site):
    for s,p in (("dortmund","/"),("dortmund","/aktuelles/"),("dortmund","/suche/?q=Lautsprecher"),("netzwerk","/"),("","/"),("","/mail/"),("dortmund","/admin/login/"),("dortmund","/sitemap.xml")):
        r=demo_site.get(s,p); print(s,p,r.status,len(r.body))
