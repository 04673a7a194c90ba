"""A run of sending in a process of its own, so that it can be killed: FOLDER PORT."""

import sys
from pathlib import Path

from tests.cycle.send.making import asked, made, ready
from tests.cycle.send.post_office import Office

if __name__ == "__main__":
    from boardpack.cycle.send.run import send
    from tests.cycle.send.making import People

    folder, port = Path(sys.argv[1]), int(sys.argv[2])
    office = Office(port=port, ca_file=folder / "authority.pem")
    people = People(tuple(f"lead{number}@a.uk" for number in range(6)), each=True)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    send(asked(), ready(folder, office, made(people)))
