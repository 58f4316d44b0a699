"""HTTP, a thread for each connection: werkzeug's, but a connection stays open.

werkzeug closes it after each answer, as it does not know where the next request begins. Here a request is read to its end
before it is served, so that clients make a new connection, and this a new thread, for the first of many requests only.
"""

import io
import os
import traceback

from werkzeug.exceptions import InternalServerError
from werkzeug.serving import WSGIRequestHandler

LONGEST = 65536


class Line(WSGIRequestHandler):
    """One connection. `logs`: whether its requests are written down."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body of an answer leave together
    disable_nagle_algorithm = True
    logs = False

    def run_wsgi(self) -> None:
        self.environ = self.make_environ()
        self.environ["wsgi.input"] = io.BytesIO(self._body())
        try:
            answer = self._answer(self.server.app)
        except Exception:
            self.server.log("error", f"Error on request:\n{traceback.format_exc()}")
            answer = self._answer(InternalServerError())
        self._send(*answer)

    def parse_request(self) -> bool:
        """As http.server does, but without the parser of mail, which takes a fifth of a request for its few headers."""
        words = str(self.raw_requestline, "iso-8859-1").split()
        if len(words) != 3 or words[2] not in ("HTTP/1.0", "HTTP/1.1"):
            return super().parse_request()
        self.requestline = " ".join(words)
        self.command, self.path, self.request_version = words
        if self.path.startswith("//"):
            self.path = "/" + self.path.lstrip("/")
        self.headers = self.MessageClass()
        while (line := self.rfile.readline(LONGEST)) not in (b"\r\n", b"\n"):
            if not line.endswith(b"\n"):
                self.close_connection = True  # it ended in the middle
                return False
            name, _, value = str(line, "iso-8859-1").partition(":")
            self.headers[name] = value.strip()
        wish = self.headers.get("Connection", "").lower()
        self.close_connection = wish == "close" or (self.request_version == "HTTP/1.0" and wish != "keep-alive")
        if self.headers.get("Expect", "").lower() == "100-continue":
            return self.handle_expect_100()
        return True

    def handle_expect_100(self) -> bool:
        goes_on = super().handle_expect_100()
        self.wfile.flush()  # the client waits for it
        return goes_on

    def _body(self) -> bytes:
        if self.environ.get("wsgi.input_terminated"):  # in chunks
            return self.environ["wsgi.input"].read()
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _answer(self, application) -> tuple:
        head = []

        def start_response(status, headers, exc_info=None):
            head[:] = status, headers

        parts = application(self.environ, start_response)
        try:
            return *head, b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()

    def _send(self, status: str, headers: list, body: bytes) -> None:
        code, _, message = status.partition(" ")
        self.send_response(int(code), message)
        length = None
        for name, value in headers:
            self.send_header(name, value)
            length = value if name.lower() == "content-length" else length
        if length is None and not self._bodiless(int(code)):
            length = len(body)
            self.send_header("Content-Length", str(length))
        if body and (length is None or int(length) != len(body)):
            self.send_header("Connection", "close")  # the client cannot know where this answer ends
        self.end_headers()
        self.wfile.write(body)

    def _bodiless(self, code: int) -> bool:
        return self.command == "HEAD" or code < 200 or code in (204, 304)

    def log_request(self, code="-", size="-") -> None:
        if self.logs:  # at once and as it is: the logging of werkzeug costs more than many a request
            os.write(2, f'{self.log_date_time_string()} "{self.requestline}" {code}\n'.encode())
